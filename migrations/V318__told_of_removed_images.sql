-- What models were told of images that are removed since goes with them, as from now on with every removal.
update llm_request set told = null where image_id is null and told is not null;
