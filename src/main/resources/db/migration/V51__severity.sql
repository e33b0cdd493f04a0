-- How grave: what must be acted on first, then what to look at, then what is good to know.
create function severity_rank(severity text) returns int language sql immutable parallel safe as
  $$ select array_position(array['E', 'W', 'I'], severity) $$;
