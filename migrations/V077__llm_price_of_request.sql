-- The price of its day stands with each request, in dollars per million tokens: a price list may be edited, a bill may not.
alter table llm_request
    add column input_price numeric,
    add column cached_price numeric,
    add column output_price numeric,
    add column price_factor numeric;

update llm_request q
set input_price = p.input, cached_price = p.cached_input, output_price = p.output,
    price_factor = case when q.batch_id is null then 1 else p.batch_factor end
from llm_price p
where p.server_id = q.server_id and p.model = q.model
  and p.valid_from = (
      select max(valid_from) from llm_price
      where server_id = q.server_id and model = q.model and valid_from <= (q.sent_at at time zone 'UTC')::date);
