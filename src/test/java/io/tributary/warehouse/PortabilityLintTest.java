package io.tributary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortabilityLintTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select try_cast(nullif(x, '') as timestamp) as t, try_cast(y as decimal(18, 2)) from s",
        "create schema if not exists \"tributary\"",
        "drop schema if exists tributary cascade",
        "drop table if exists a.b cascade",
        "create view v as select 1 as x",
        "create or replace view a.v as select x from a.t with no schema binding",
        "select table_name from information_schema.tables where table_schema = 'raw'",
        "select user_id, count(case when ts > dateadd(day, -7, :as_of::timestamp) then 1 end) as c,"
            + " sum(price)::decimal(18, 2) as revenue from ev group by user_id",
        "select avg(x::float8) as a, avg(cast(x as decimal(10, 2))) as b from t",
        "select (sum(a) / nullif(sum(b), 0))::float8 as share from t",
        "select cast(sum(a) as bigint) as n from t having sum(a) > 3 order by sum(a)",
        "select sum(x) over (partition by a order by b rows unbounded preceding)::bigint from t",
        "select row_number() over (partition by a order by b) as n, lag(x) over (order by b) from t",
        "select x from t qualify row_number() over (partition by a order by b) = 1",
        "insert into t (a, b) select a, nvl(b, 0) from s",
        "insert into t (a, b) values (1, 2), (3, 4)",
        "create table if not exists t (a varchar(10) encode zstd not null, b double precision,"
            + " c bigint identity(1, 1), primary key (a)) diststyle key distkey (a) sortkey (a, b)",
        "create table t distkey(a) sortkey(a) as select a from s",
        "create temp table t (like s)",
        "with a (x, y) as (select 1, 2), b (z) as (select x from a) select z from b t (q)",
        "select case when a in (1, 2) then 1 end from t where exists (select 1 from s)",
        "select listagg(a, ',') within group (order by b) as l from t",
        "select null::varchar(64) as a, left(x, 32)::varchar(32) as b, cast(null as varchar(9)) c",
        "select percentile_disc(0.9) within group (order by n) from c",
        "select t.a, s.b from raw.t as t join raw.s as s on t.id = s.id",
        "select a from t where d between date '2024-01-01' and :to::date - interval '7 days'",
        "delete from a.t using a.s where t.id = s.id",
        "merge into t using s on t.id = s.id when matched then update set n = s.n"
            + " when not matched then insert values (s.id, s.n)",
        "copy a.t (x, y) from 's3://b/m.json' iam_role default manifest json 'auto' gzip",
        "unload ('select a, b from t where c = ''x''') to 's3://b/p/' iam_role default json",
        "select 'a -> b {x} [1]' as s -- values in a comment: sysdate",
        "update live set run = :run::bigint",
        "select x::int / 2 as half, 10.5 / x::float8 as share from t"
      })
  void acceptsWhatBothUnderstand(String sql) {
    assertThat(PortabilityLint.check(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select string_agg(x, ',') from t",
        "select now()",
        "select epoch(ts) from t",
        "select if(a, b, c) from t",
        "select count(*) filter (where x > 1) from t",
        "select * from (values (1)) v (x)",
        "with v (x) as (values (1), (2)) select x from v",
        "select generate_series from generate_series(1, 3)",
        "select x is not distinct from y from t",
        "select distinct on (a) a from t",
        "select count(*) over (order by b range between 1 preceding and current row) from t",
        "select ts + interval 7 day from t",
        "select [1, 2] as l",
        "select x[1] from t",
        "select {'a': 1} as s",
        "select list_transform(l, x -> x + 1) from t",
        "select a from t, lateral (select 1) s",
        "insert into t values (1) on conflict do nothing",
        "insert or replace into t values (1)",
        "delete from t returning a",
        "with recursive r as (select 1 as n) select n from r",
        "select a, count(*) from t group by all",
        "select * replace (1 as a) from t",
        "from t select a",
        "select a from t using sample 10",
        "select 7 // 2",
        "select a from t where b ~* 'x'",
        "create table if not exists t as select 1 as x",
        "create or replace table t (a int)",
        "create table t (a string)",
        "create table t (a double)",
        "create table t (a int, check (a > 0))",
        "create index i on t (a)",
        "create sequence s",
        "select a::double from t",
        "select cast(a as hugeint) from t",
        "select a::text[] from t",
        "select md5(a)::varchar(32) from t",
        "select cast(a as varchar(3)) from t",
        "select avg(x) from t",
        "select sum(x) from t",
        "select median(x) as m from t",
        "select percentile_cont(0.5) within group (order by x) from t",
        "select (select sum(x) from s)::bigint, sum(y) from t",
        "select sum(x) over (partition by a order by b)::bigint from t",
        "select first_value(x) over (order by b) from t",
        "select a::decimal(8, 2) / b from t",
        "select extract(epoch from ts) from t",
        "select datediff(week, a, b) from t",
        "select timestamp '2024-01-01' + 1",
        "select getdate() - 7",
        "select sysdate",
        "select current_timestamp",
        "select top 3 a from t",
        "select regexp_replace(x, '\\d', '') from t",
        "select regexp_count(x, '(?=a)') from t",
        "select listagg(a) within group (order by b), listagg(c) within group (order by d) from t",
        "merge into t using (select 1) s on t.a = s.a when matched then delete"
            + " when not matched then insert values (1)",
        "merge into t using s on t.a = s.a when matched then delete",
        "select e.n from t, t.items e",
        "select j.a.b::int from t",
        "pragma database_list",
        "attach 'x.db'",
        "unload ('select sum(x) from t') to 's3://b/p/' iam_role default",
        "select (1"
      })
  void refusesWhatOnlyOneUnderstandsOrBothReadDifferently(String sql) {
    assertThat(PortabilityLint.check(sql)).isNotEmpty();
  }

  @Test
  void saysTheLineAndTheMend() {
    String sql =
        "select\n    -- all of them\n    string_agg(x, ',') as l,\n    avg(y) as a\nfrom t";

    assertThat(PortabilityLint.check(sql))
        .extracting(LintFinding::toString)
        .containsExactly(
            "line 3: the function string_agg; use one that Redshift has",
            "line 4: avg of what may be an integer, which Redshift truncates; use avg(x::float8)");
  }

  @Test
  void countsTheLinesInsideAnUnload() {
    String sql = "unload ('\nselect now()\n') to 's3://b/p/' iam_role default";

    assertThat(PortabilityLint.check(sql)).extracting(LintFinding::line).containsExactly(2);
  }
}
