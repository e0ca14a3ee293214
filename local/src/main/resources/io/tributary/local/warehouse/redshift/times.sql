-- Dates and times as Redshift has them, as macros; the rewriter quotes the
-- dateparts.
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
