-- The tokens of an answer with their probabilities, where the server gives them; they go with the answer.
alter table llm_request add column logprobs jsonb;
