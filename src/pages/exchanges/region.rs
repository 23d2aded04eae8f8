//! The provincial-level regions of the tile map: where each tile lies, and which region a
//! place is in.

use crate::i18n::Lang;
use catalog::Location;

/// One region.
pub(super) struct Region {
    /// ISO 3166-2, letters.
    code: &'static str,
    /// GB/T 2260, first two digits; also the older ISO 3166-2 form.
    number: &'static str,
    /// Row and column of its tile.
    pub(super) area: &'static str,
    /// The one-character name.
    pub(super) short: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl Region {
    /// Its name.
    pub(super) const fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// Whether a place lies in it, by its codes. Words are not guessed at.
    pub(super) fn holds(&self, place: &Location) -> bool {
        if let Some(code) = &place.subdivision {
            return code
                .strip_prefix("CN-")
                .is_some_and(|code| code == self.code || code == self.number);
        }
        if let Some(code) = &place.admin_code {
            return code.starts_with(self.number);
        }
        matches!(place.country.as_deref(), Some("HK" | "MO" | "TW"))
            && place.country.as_deref() == Some(self.code)
    }
}

const fn region(
    code: &'static str,
    number: &'static str,
    area: &'static str,
    short: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Region {
    Region {
        code,
        number,
        area,
        short,
        zh,
        en,
    }
}

/// Every region, in the order of their tiles.
pub(super) const REGIONS: &[Region] = &[
    region("HL", "23", "1/8", "黑", "黑龙江", "Heilongjiang"),
    region("NM", "15", "2/5", "蒙", "内蒙古", "Inner Mongolia"),
    region("LN", "21", "2/7", "辽", "辽宁", "Liaoning"),
    region("JL", "22", "2/8", "吉", "吉林", "Jilin"),
    region("XJ", "65", "3/1", "新", "新疆", "Xinjiang"),
    region("QH", "63", "3/2", "青", "青海", "Qinghai"),
    region("GS", "62", "3/3", "甘", "甘肃", "Gansu"),
    region("NX", "64", "3/4", "宁", "宁夏", "Ningxia"),
    region("SX", "14", "3/5", "晋", "山西", "Shanxi"),
    region("HE", "13", "3/6", "冀", "河北", "Hebei"),
    region("BJ", "11", "3/7", "京", "北京", "Beijing"),
    region("TJ", "12", "3/8", "津", "天津", "Tianjin"),
    region("XZ", "54", "4/2", "藏", "西藏", "Tibet"),
    region("SC", "51", "4/3", "川", "四川", "Sichuan"),
    region("SN", "61", "4/4", "陕", "陕西", "Shaanxi"),
    region("HA", "41", "4/5", "豫", "河南", "Henan"),
    region("SD", "37", "4/6", "鲁", "山东", "Shandong"),
    region("JS", "32", "4/7", "苏", "江苏", "Jiangsu"),
    region("YN", "53", "5/2", "滇", "云南", "Yunnan"),
    region("CQ", "50", "5/3", "渝", "重庆", "Chongqing"),
    region("HB", "42", "5/4", "鄂", "湖北", "Hubei"),
    region("AH", "34", "5/5", "皖", "安徽", "Anhui"),
    region("ZJ", "33", "5/6", "浙", "浙江", "Zhejiang"),
    region("SH", "31", "5/7", "沪", "上海", "Shanghai"),
    region("GZ", "52", "6/3", "黔", "贵州", "Guizhou"),
    region("HN", "43", "6/4", "湘", "湖南", "Hunan"),
    region("JX", "36", "6/5", "赣", "江西", "Jiangxi"),
    region("FJ", "35", "6/6", "闽", "福建", "Fujian"),
    region("TW", "71", "6/8", "台", "台湾", "Taiwan"),
    region("GX", "45", "7/3", "桂", "广西", "Guangxi"),
    region("GD", "44", "7/4", "粤", "广东", "Guangdong"),
    region("HK", "81", "7/5", "港", "香港", "Hong Kong"),
    region("HI", "46", "8/3", "琼", "海南", "Hainan"),
    region("MO", "82", "8/4", "澳", "澳门", "Macao"),
];
