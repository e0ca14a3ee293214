-- Functions on numbers as Redshift has them, as macros.
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
