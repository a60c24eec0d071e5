"""The rules on this server: listed, filtered, shown one by one, cached by their tags."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from riskscan.analysis import Analyzer
from riskscan.report.schema import read_schema
from riskscan_api.catalogue import RuleList, RulePage, RulesetPage
from tests.api.test_analyze import DRAFT, ask

PLACES = [
    "/v1/rulesets/current",
    "/v1/rules",
    "/v1/rules/deadline-extension.unbounded",
    "/v1/schemas/riskscan-report-1.json",
]


def listed(client: TestClient, **filters: Any) -> RuleList:
    """The list a query gives."""
    answer = client.get("/v1/rules", params=filters)
    assert answer.status_code == 200, answer.text
    return RuleList.model_validate_json(answer.content)


def test_the_ruleset_is_the_one_that_speaks(client: TestClient, analyzer: Analyzer) -> None:
    """Version and digest are those every report carries; factors count their rules."""
    page = RulesetPage.model_validate_json(client.get("/v1/rulesets/current").content)
    report = ask(client, text=DRAFT)
    assert (page.version, page.digest) == (report.ruleset.version, report.ruleset.digest)
    assert page.rules == sum(factor.rules for factor in page.factors)
    assert [factor.code for factor in page.factors] == list(analyzer.ruleset.factors)


def test_all_rules_are_listed_in_three_languages(client: TestClient, analyzer: Analyzer) -> None:
    """Every rule once, by id."""
    rules = listed(client).rules
    assert [rule.id for rule in rules] == [rule.id for rule in analyzer.ruleset.rules]
    assert all(rule.title.ru and rule.title.kk and rule.title.en for rule in rules)


def test_filters_narrow_the_list(client: TestClient) -> None:
    """Each filter keeps what fits it, together they keep what fits all."""
    everything = listed(client).rules
    for name in ("factor", "group"):
        for value in {getattr(rule, name) for rule in everything}:
            expected = [rule for rule in everything if getattr(rule, name) == value]
            assert listed(client, **{name: value}).rules == expected
    russian = [rule for rule in everything if "ru" in rule.languages]
    assert listed(client, language="ru").rules == russian
    assert listed(client, factor="deadline-extension", group="decisions").rules == []


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("factor=канарейка", "#/factor", "not-one-of"),
        ("group=x", "#/group", "not-one-of"),
        ("language=en", "#/language", "not-one-of"),
        ("канарейка=1", "#", "unknown-field"),
    ],
)
def test_a_wrong_filter_is_named(client: TestClient, query: str, pointer: str, code: str) -> None:
    """A filter that does not exist is an error, not an empty list; nothing is repeated."""
    answer = client.get(f"/v1/rules?{query}")
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert "канарейка" not in answer.text


def test_a_rule_has_a_page(client: TestClient, analyzer: Analyzer) -> None:
    """What is shown is what the rule file says."""
    rule = analyzer.ruleset.rule("deadline-extension.unbounded")
    page = RulePage.model_validate_json(client.get(f"/v1/rules/{rule.id}").content)
    assert page.explanation == rule.explain
    assert page.recommendation == rule.redraft
    assert page.examples == rule.examples
    assert page.lacks["bound"]
    assert {ground.source for ground in page.basis} == {basis.source for basis in rule.basis}


@pytest.mark.parametrize(
    "identity", ["nothing", "..%2F..%2Fsources", "канарейка", "%00", "a" * 5000]
)
def test_an_unknown_rule_is_not_found(client: TestClient, identity: str) -> None:
    """Ids are looked up among the loaded rules; no file is opened by them."""
    answer = client.get(f"/v1/rules/{identity}")
    assert answer.status_code == 404
    assert answer.json()["type"] == "urn:riskscan:problem:not-found"


@pytest.mark.parametrize("path", PLACES)
def test_tags_save_the_second_answer(client: TestClient, path: str) -> None:
    """Whoever has the tag gets 304 without a body; any other tag gets the answer."""
    first = client.get(path)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    for unknown in ('"other"', tag.strip('"'), ""):
        assert client.get(path, headers={"if-none-match": unknown}).content == first.content


def test_different_answers_have_different_tags(client: TestClient) -> None:
    """A filtered list is not the whole one."""
    paths = [*PLACES, "/v1/rules?language=ru&factor=deadline-extension"]
    assert len({client.get(path).headers["etag"] for path in paths}) == len(paths)


def test_the_schema_is_published(client: TestClient) -> None:
    """The file of the package, under its own media type."""
    answer = client.get("/v1/schemas/riskscan-report-1.json")
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json() == json.loads(read_schema())
