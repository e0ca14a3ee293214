-- Hashes and sketches as Redshift has them, as macros.
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
