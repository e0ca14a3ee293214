-- Conditions as Redshift has them, as macros.
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
