-- Functions on JSON text and on SUPER as Redshift has them, as macros.
create type if not exists super as json;
create or replace macro json_parse(s) as s::json;
create or replace macro json_serialize(j) as j::varchar;
create or replace macro json_size(j) as strlen(j::varchar)::int;
create or replace macro can_json_parse(s) as json_valid(s);
create or replace macro is_valid_json(s) as
    coalesce(
        json_valid(s) and json_type(case when json_valid(s) then s end) = 'OBJECT', false);
create or replace macro is_valid_json_array(s) as
    coalesce(
        json_valid(s) and json_type(case when json_valid(s) then s end) = 'ARRAY', false);
create or replace macro json_array_length(s) as
    system.main.json_array_length(s)::int;
create or replace macro get_array_length(j) as
    case when json_type(j) = 'ARRAY' then system.main.json_array_length(j)::int end;
create or replace macro json_typeof(j) as
    case json_type(j)
        when 'OBJECT' then 'object'
        when 'ARRAY' then 'array'
        when 'VARCHAR' then 'string'
        when 'BOOLEAN' then 'boolean'
        when 'NULL' then 'null'
        else 'number'
    end;
create or replace macro is_array(j) as json_type(j) = 'ARRAY';
create or replace macro is_object(j) as json_type(j) = 'OBJECT';
create or replace macro json_extract_array_element_text
    (s, i) as coalesce(s::json ->> ('$[' || i || ']'), ''),
    (s, i, null_if_invalid) as try_cast(s as json) ->> ('$[' || i || ']');
-- json_extract_path_text with a last argument of true, which the rewriter finds
create or replace macro redshift_json_path_or_null
    (j, a) as try_cast(j as json) ->> ('$."' || a || '"'),
    (j, a, b) as try_cast(j as json) ->> ('$."' || a || '"."' || b || '"'),
    (j, a, b, c) as
        try_cast(j as json) ->> ('$."' || a || '"."' || b || '"."' || c || '"'),
    (j, a, b, c, d) as
        try_cast(j as json)
        ->> ('$."' || a || '"."' || b || '"."' || c || '"."' || d || '"'),
    (j, a, b, c, d, e) as
        try_cast(j as json)
        ->> ('$."' || a || '"."' || b || '"."' || c || '"."' || d || '"."' || e || '"');
-- a last argument of true makes broken text null instead of an error
create or replace macro json_extract_path_text
    (j, a) as
        coalesce(j::json ->> ('$."' || a || '"'), case when j is not null then '' end),
    (j, a, b) as
        coalesce(
            case
                when typeof(b) = 'BOOLEAN' then try_cast(j as json) ->> ('$."' || a || '"')
                else j::json ->> ('$."' || a || '"."' || b::varchar || '"')
            end,
            case when j is not null and typeof(b) <> 'BOOLEAN' then '' end),
    (j, a, b, c) as
        coalesce(
            case
                when typeof(c) = 'BOOLEAN'
                then try_cast(j as json) ->> ('$."' || a || '"."' || b || '"')
                else j::json ->> ('$."' || a || '"."' || b || '"."' || c::varchar || '"')
            end,
            case when j is not null and typeof(c) <> 'BOOLEAN' then '' end);
create or replace macro object
    (a, b) as json_object(a::varchar, b),
    (a, b, c, d) as json_object(a::varchar, b, c::varchar, d),
    (a, b, c, d, e, f) as json_object(a::varchar, b, c::varchar, d, e::varchar, f),
    (a, b, c, d, e, f, g, h) as
        json_object(a::varchar, b, c::varchar, d, e::varchar, f, g::varchar, h),
    (a, b, c, d, e, f, g, h, i, j) as
        json_object(a::varchar, b, c::varchar, d, e::varchar, f, g::varchar, h, i::varchar, j),
    (a, b, c, d, e, f, g, h, i, j, k, l) as
        json_object(a::varchar, b, c::varchar, d, e::varchar, f, g::varchar, h, i::varchar, j, k::varchar, l),
    (a, b, c, d, e, f, g, h, i, j, k, l, m, n) as
        json_object(a::varchar, b, c::varchar, d, e::varchar, f, g::varchar, h, i::varchar, j, k::varchar, l, m::varchar, n),
    (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) as
        json_object(a::varchar, b, c::varchar, d, e::varchar, f, g::varchar, h, i::varchar, j, k::varchar, l, m::varchar, n, o::varchar, p),
    (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r) as
        json_object(a::varchar, b, c::varchar, d, e::varchar, f, g::varchar, h, i::varchar, j, k::varchar, l, m::varchar, n, o::varchar, p, q::varchar, r);
create or replace macro array_concat(a, b) as
    to_json(list_concat(a::json[], b::json[]));
create or replace macro subarray(a, p, n) as to_json((a::json[])[p + 1:p + n]);
create or replace macro split_to_array
    (s) as to_json(string_split(s, ',')),
    (s, separator) as to_json(string_split(s, separator));
