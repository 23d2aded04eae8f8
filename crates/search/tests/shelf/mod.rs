//! A small invented shelf, and what is asked of it.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a failed step fails the test")]

use catalog::Catalog;
use search::{Ask, Facet, Index, Merged, Query, Reader};
use serde_json::{Value, json};

/// The day on which the shelf is looked at.
pub(crate) const TODAY: &str = "2024-05-10";

pub(crate) fn shelf() -> Value {
    json!({
        "formatVersion": "0.1", "id": "t", "title": {"en": "Test"}, "defaultLanguage": "zh",
        "languages": ["zh", "en"],
        "categories": [
            {"id": "leaf", "label": {"zh": "语料"}, "parent": "ai"},
            {"id": "ai", "label": {"zh": "人工智能", "en": "Artificial intelligence"}},
            {"id": "loop-a", "label": {"en": "A"}, "parent": "loop-b"},
            {"id": "loop-b", "label": {"en": "B"}, "parent": "loop-a"},
        ],
        "organizations": [
            {"id": "org", "name": {"zh": "海声科技", "en": "Seasound"}},
            {"id": "idle", "name": {"zh": "无产品"}},
        ],
        "exchanges": [{"id": "ex", "name": {"en": "Northern Exchange", "zh": "北方交易所"}, "location": {}, "operator": "idle"}],
        "platforms": [{"id": "pl", "exchange": "ex", "name": {"zh": "北方数据平台"}, "features": {}}],
        "sources": [{"id": "paper", "title": {"en": "A paper"}}, {"id": "other", "title": {"en": "Unused"}}],
        "listings": [
            {"id": "voice", "title": {"zh": "303小时手机采集中英文语音数据", "en": "303 hours of speech"},
             "exchange": "ex", "platform": "pl", "provider": "org", "categories": ["leaf"],
             "keywords": [{"zh": "普通话"}], "modalities": ["audio"], "languages": ["zh-Hans", "en"],
             "privacy": {"personalInformation": "unknown"},
             "offers": [{"id": "o", "priceType": "negotiable", "negotiationChannel": "offline", "billingModel": "unspecified", "delivery": ["unspecified"]}],
             "assertions": [{"path": "/title/zh", "status": "translated", "source": "paper"}],
             "issued": {"earliest": "2021-01-01", "latest": "2021-12-31", "precision": "year"}},
            {"id": "noise", "title": {"zh": "语音"}, "provider": "org", "categories": ["leaf", "ai"],
             "offers": [{"id": "o", "priceType": "free"}], "modified": {"earliest": "2020-05-01", "latest": "2020-05-01", "precision": "day"}},
            {"id": "start", "title": {"zh": "语音合成接口"}, "exchange": "gone", "categories": ["nowhere"], "offers": [{"id": "o", "priceType": "unknown"}]},
            {"id": "far", "title": {"zh": "客服记录"}, "description": {"zh": "含语音转写，API数据接口。", "en": "Call centre notes"},
             "offers": [], "schema": {"fields": [{"name": "callerBirthYear"}, {"name": "test_center"}]}},
            {"id": "old", "title": {"zh": "语音旧版"}, "status": "delisted", "offers": []},
            {"id": "taken", "title": {"zh": "语音删除"}, "removed": {"on": "2022-02-02"}, "offers": []},
            {"id": "draft", "title": {"zh": "语音草稿"}, "status": "draft", "offers": []},
        ],
    })
}

pub(crate) fn reader() -> Reader {
    let catalog: Catalog = serde_json::from_value(shelf()).unwrap();
    let mut reader = Reader::default();
    reader.put(Index::build("local", catalog, TODAY));
    reader
}

pub(crate) fn ask(text: &str) -> Merged {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    reader().run(&Ask::all(query.clone(), 20, "zh")).merge()
}

pub(crate) fn ids(merged: &Merged) -> Vec<&str> {
    merged
        .hits
        .iter()
        .filter_map(|hit| hit.key.split_once('~'))
        .map(|(_, id)| id)
        .collect()
}

pub(crate) fn counts(merged: &Merged, facet: Facet) -> Vec<(&str, u64)> {
    let table = merged
        .facets
        .iter()
        .find(|counts| counts.facet == facet)
        .unwrap();
    table
        .values
        .iter()
        .map(|value| (value.value.as_str(), value.count))
        .collect()
}
