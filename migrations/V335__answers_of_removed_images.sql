-- What models said of images that are removed since goes with them, as from now on with every removal; money stays.
-- Tests are of a drawing and name no image.
update llm_request set answer = null, refusal = null, refused_with = null
where image_id is null and purpose <> 'test' and (answer is not null or refusal is not null or refused_with is not null);
