-- Functions on text as Redshift has them, as macros.
create or replace macro charindex(part, s) as system.main.instr(s, part)::int;
create or replace macro strpos(s, part) as system.main.instr(s, part)::int;
create or replace macro len(s) as system.main.length(s::varchar)::int;
create or replace macro length(s) as system.main.len(s::varchar)::int;
create or replace macro textlen(s) as system.main.len(s::varchar)::int;
create or replace macro octet_length(s) as system.main.strlen(s::varchar)::int;
create or replace macro btrim(s) as trim(s), (s, c) as trim(s, c);
create or replace macro replicate(s, n) as repeat(s, n);
create or replace macro quote_literal(s) as '''' || replace(s, '''', '''''') || '''';
create or replace macro quote_ident(s) as
    case
        when regexp_full_match(s, '[a-z_][a-z0-9_]*') then s
        else '"' || replace(s, '"', '""') || '"'
    end;
create or replace macro initcap(s) as
    list_aggregate(
        list_transform(
            string_split(s, ' '), lambda w: upper(w[1]) || lower(w[2:])),
        'string_agg', ' ');
-- a position before the first character counts, as in PostgreSQL
create or replace macro substring
    (s, p) as system.main.substr(s, greatest(p, 1)::bigint),
    (s, p, n) as system.main.substr(
        s, greatest(p, 1)::bigint, greatest(0, n + least(p, 1) - 1)::bigint);
create or replace macro redshift_pattern(p, flags) as
    case when flags like '%i%' then '(?i)' || p else p end;
create or replace macro regexp_replace
    (s, p) as system.main.regexp_replace(s, p, '', 'g'),
    (s, p, r) as system.main.regexp_replace(s, p, r, 'g'),
    (s, p, r, pos) as
        system.main.substr(s, 1, pos - 1)
        || system.main.regexp_replace(system.main.substr(s, pos), p, r, 'g'),
    (s, p, r, pos, flags) as
        system.main.substr(s, 1, pos - 1)
        || system.main.regexp_replace(
            system.main.substr(s, pos), redshift_pattern(p, flags), r, 'g');
create or replace macro regexp_count
    (s, p) as system.main.array_length(regexp_extract_all(s, p))::int,
    (s, p, pos) as
        system.main.array_length(
            regexp_extract_all(system.main.substr(s, pos), p))::int,
    (s, p, pos, flags) as
        system.main.array_length(regexp_extract_all(
            system.main.substr(s, pos), redshift_pattern(p, flags)))::int;
create or replace macro regexp_substr
    (s, p) as regexp_extract(s, p),
    (s, p, pos) as regexp_extract(system.main.substr(s, pos), p),
    (s, p, pos, nth) as
        coalesce(
            regexp_extract_all(system.main.substr(s, pos), p)[nth],
            case when s is not null then '' end),
    (s, p, pos, nth, flags) as
        coalesce(
            regexp_extract_all(
                system.main.substr(s, pos),
                redshift_pattern(p, flags),
                case when flags like '%e%' then 1 else 0 end)[nth],
            case when s is not null then '' end);
create or replace macro regexp_instr(s, p) as
    case
        when regexp_matches(s, p)
        then system.main.len(string_split_regex(s, p)[1])::int + 1
        else 0
    end;
