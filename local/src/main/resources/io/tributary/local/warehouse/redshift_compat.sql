-- What lets SQL in Amazon Redshift's dialect run on DuckDB: the functions that a
-- macro can express. It is loaded into the file's schema main, which stands last
-- on every search path, so that views find it too.
create type if not exists super as json;

-- conditions
create or replace macro nvl
    (a) as a,
    (a, b) as coalesce(a, b),
    (a, b, c) as coalesce(a, b, c),
    (a, b, c, d) as coalesce(a, b, c, d),
    (a, b, c, d, e) as coalesce(a, b, c, d, e),
    (a, b, c, d, e, f) as coalesce(a, b, c, d, e, f);
create or replace macro nvl2(a, b, c) as case when a is not null then b else c end;
create or replace macro decode
    (e, s1, r1) as case when e is not distinct from s1 then r1 end,
    (e, s1, r1, d) as case when e is not distinct from s1 then r1 else d end,
    (e, s1, r1, s2, r2) as
        case
            when e is not distinct from s1 then r1
            when e is not distinct from s2 then r2
        end,
    (e, s1, r1, s2, r2, d) as
        case
            when e is not distinct from s1 then r1
            when e is not distinct from s2 then r2
            else d
        end,
    (e, s1, r1, s2, r2, s3, r3) as
        case
            when e is not distinct from s1 then r1
            when e is not distinct from s2 then r2
            when e is not distinct from s3 then r3
        end,
    (e, s1, r1, s2, r2, s3, r3, d) as
        case
            when e is not distinct from s1 then r1
            when e is not distinct from s2 then r2
            when e is not distinct from s3 then r3
            else d
        end,
    (e, s1, r1, s2, r2, s3, r3, s4, r4) as
        case
            when e is not distinct from s1 then r1
            when e is not distinct from s2 then r2
            when e is not distinct from s3 then r3
            when e is not distinct from s4 then r4
        end,
    (e, s1, r1, s2, r2, s3, r3, s4, r4, d) as
        case
            when e is not distinct from s1 then r1
            when e is not distinct from s2 then r2
            when e is not distinct from s3 then r3
            when e is not distinct from s4 then r4
            else d
        end;
-- exactly two arguments, and null if either is
create or replace macro concat(a, b) as a || b;

-- dates and times; the rewriter quotes the dateparts
create or replace macro redshift_datepart(p) as
    case
        when lower(p) in ('qtr', 'qtrs', 'quarters') then 'quarter'
        when lower(p) in ('mon', 'mons', 'months') then 'month'
        when lower(p) in ('y', 'yr', 'yrs', 'years') then 'year'
        when lower(p) in ('w', 'weeks') then 'week'
        when lower(p) in ('d', 'days') then 'day'
        when lower(p) in ('h', 'hr', 'hrs', 'hours') then 'hour'
        when lower(p) in ('m', 'min', 'mins', 'minutes') then 'minute'
        when lower(p) in ('s', 'sec', 'secs', 'seconds') then 'second'
        when lower(p) in ('ms', 'msec', 'msecs', 'milliseconds') then 'millisecond'
        when lower(p) in ('us', 'usec', 'usecs', 'microseconds') then 'microsecond'
        when lower(p) in ('dw', 'weekday', 'dayofweek') then 'dow'
        when lower(p) in ('dy', 'yearday', 'dayofyear') then 'doy'
        else lower(p)
    end;
create or replace macro datediff(p, a, b) as
    system.main.date_diff(redshift_datepart(p), a::timestamp, b::timestamp);
create or replace macro date_diff(p, a, b) as
    system.main.datediff(redshift_datepart(p), a::timestamp, b::timestamp);
create or replace macro dateadd(p, n, d) as
    d::timestamp + n::bigint * case redshift_datepart(p)
        when 'microsecond' then interval 1 microsecond
        when 'millisecond' then interval 1 millisecond
        when 'second' then interval 1 second
        when 'minute' then interval 1 minute
        when 'hour' then interval 1 hour
        when 'day' then interval 1 day
        when 'week' then interval 7 day
        when 'month' then interval 1 month
        when 'quarter' then interval 3 month
        when 'year' then interval 1 year
        else error('invalid datepart: ' || p)::interval
    end;
create or replace macro date_add(p, n, d) as dateadd(p, n, d);
create or replace macro date_part(p, d) as
    system.main.date_part(redshift_datepart(p), d::timestamp)::double;
create or replace macro pgdate_part(p, d) as date_part(p, d);
create or replace macro date_trunc(p, d) as
    system.main.datetrunc(redshift_datepart(p), d::timestamp);
create or replace macro getdate() as date_trunc('second', now() at time zone 'UTC');
create or replace macro add_months(d, n) as
    case
        when d::date = system.main.last_day(d::date)
        then system.main.last_day((d::date + n::int * interval 1 month)::date)::timestamp
            + (d::timestamp - d::date::timestamp)
        else d::timestamp + n::int * interval 1 month
    end;
create or replace macro months_between(a, b) as
    (case
        when day(a::date) = day(b::date)
            or (a::date = system.main.last_day(a::date)
                and b::date = system.main.last_day(b::date))
        then (year(a::date) - year(b::date)) * 12 + month(a::date) - month(b::date)
        else (year(a::date) - year(b::date)) * 12 + month(a::date) - month(b::date)
            + (day(a::date) - day(b::date)) / 31.0
    end)::double;
create or replace macro convert_timezone
    (zone, t) as (t::timestamp at time zone 'UTC') at time zone zone,
    (source, zone, t) as (t::timestamp at time zone source) at time zone zone;
create or replace macro date_cmp(a, b) as
    case when a::date = b::date then 0 when a::date > b::date then 1 else -1 end;
-- only these formats: DuckDB wants its own as constants
create or replace macro redshift_format(f) as
    case f
        when 'YYYY-MM-DD' then '%Y-%m-%d'
        when 'YYYYMMDD' then '%Y%m%d'
        when 'YYYY-MM' then '%Y-%m'
        when 'YYYYMM' then '%Y%m'
        when 'YYYY' then '%Y'
        when 'MM' then '%m'
        when 'DD' then '%d'
        when 'HH24' then '%H'
        when 'HH24:MI:SS' then '%H:%M:%S'
        when 'YYYY-MM-DD HH24:MI:SS' then '%Y-%m-%d %H:%M:%S'
        when 'YYYY-MM-DD HH24:MI' then '%Y-%m-%d %H:%M'
        when 'YYYY-MM-DD"T"HH24:MI:SS' then '%Y-%m-%dT%H:%M:%S'
        when 'YYYY-MM-DD"T"HH24:MI:SS"Z"' then '%Y-%m-%dT%H:%M:%SZ'
        when 'YYYYMMDDHH24MISS' then '%Y%m%d%H%M%S'
        when 'YYYY-MM-DD HH24:MI:SS.US' then '%Y-%m-%d %H:%M:%S.%f'
        when 'YYYY-MM-DD HH24:MI:SS.MS' then '%Y-%m-%d %H:%M:%S.%g'
        when 'IYYY-IW' then '%G-%V'
        when 'DD Mon YYYY' then '%d %b %Y'
        when 'MM/DD/YYYY' then '%m/%d/%Y'
        when 'Dy' then '%a'
        else '%? (the local warehouse does not know the format ' || f || ')'
    end;
create or replace macro to_char(t, f) as strftime(t::timestamp, redshift_format(f));
create or replace macro to_date(s, f) as strptime(s, redshift_format(f))::date;
create or replace macro to_timestamp(s, f) as
    strptime(s, redshift_format(f)) at time zone 'UTC';

-- text
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

-- numbers
create or replace macro dlog1(x) as ln(x);
create or replace macro dlog10(x) as log10(x);
create or replace macro dexp(x) as exp(x);
create or replace macro strtol(s, base) as
    case base
        when 16 then ('0x' || s)::bigint
        when 10 then s::bigint
        when 2 then ('0b' || s)::bigint
        else error('the local warehouse reads base 2, 10 and 16')::bigint
    end;

-- hashes
create or replace macro sha2(s, bits) as
    case
        when bits in (0, 256) then sha256(s)
        else error('the local warehouse calculates sha2 with 256 bits only')
    end;
create or replace macro func_sha1(s) as sha1(s);
create or replace macro sha(s) as sha1(s);
-- FNV-1a with 64 bits over the UTF-8 bytes, signed; slow
create or replace macro fnv_hash(s) as (
    select
        case
            when h >= 9223372036854775808::uhugeint
            then (h::hugeint - 18446744073709551616::hugeint)::bigint
            else h::bigint
        end
    from (
        select
            list_reduce(
                list_transform(
                    range(0, octet_length(s::varchar)::bigint),
                    lambda i: ('0x' || substr(
                        hex(encode(s::varchar)), (2 * i + 1)::bigint, 2))::uhugeint),
                lambda acc, b:
                    (xor(acc, b) * 1099511628211::uhugeint)
                    % 18446744073709551616::uhugeint,
                14695981039346656037::uhugeint) as h));
create or replace macro hll(x) as approx_count_distinct(x);

-- json
create or replace macro json_parse(s) as s::json;
create or replace macro json_serialize(j) as j::varchar;
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
create or replace macro json_extract_array_element_text(s, i) as
    coalesce(s::json ->> ('$[' || i || ']'), '');
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

-- the system's own
create or replace macro pg_backend_pid() as 1;
create or replace macro version() as
    'PostgreSQL 8.0.2, Redshift 1.0 as the local warehouse understands it';
create sequence if not exists redshift_identity;
create table if not exists sys_load_error_detail(
    user_id int,
    query_id bigint,
    transaction_id bigint,
    session_id int,
    database_name varchar,
    table_id int,
    start_time timestamp,
    file_name varchar,
    line_number bigint,
    column_name varchar,
    column_type varchar,
    column_length varchar,
    position int,
    error_code int,
    error_message varchar);
create or replace view stl_load_errors as
select
    user_id as userid,
    0 as slice,
    table_id as tbl,
    start_time as starttime,
    session_id as session,
    query_id as query,
    file_name as filename,
    line_number,
    column_name as colname,
    column_type as type,
    column_length as col_length,
    position,
    error_code as err_code,
    error_message as err_reason
from sys_load_error_detail;
create or replace view svv_table_info as
select
    database_name as "database",
    schema_name as "schema",
    table_oid as table_id,
    table_name as "table",
    estimated_size::decimal(38, 0) as tbl_rows
from duckdb_tables()
where not internal and not temporary;
create or replace view svv_all_tables as
select
    table_catalog as database_name,
    table_schema as schema_name,
    table_name,
    table_type
from information_schema.tables;
