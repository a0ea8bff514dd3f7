-- A transcript's spoken parts with their times: [{"from": ms, "to": ms, "text": …}], in order; null where no times are known.
alter table feature add column segments jsonb check (segments is null or kind = 'transcript' and outcome = 'done');
