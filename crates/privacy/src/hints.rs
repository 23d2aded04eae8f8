//! What the name of a column lets expect of its cells.

use crate::name::Name;

/// Columns of people, whatever the cells.
const PEOPLE: &str = "姓名 名字 联系人 收件人 寄件人 收货人 法人 法定代表人 负责人 经办人 申请人 患者 学生 员工 户主 \
    持卡人 投保人 被保险人 当事人 full_name first_name last_name surname given_name family_name \
    fullname firstname lastname person patient employee contact_name customer_name student_name \
    cardholder";

/// Columns that may be of people.
const MAYBE_PEOPLE: &str = "人 用户 客户 作者 医生 教师 老师 name user author doctor teacher";

const ADDRESSES: &str = "地址 住址 住所 居住地 籍贯 户籍 address addr street residence";
const PASSPORTS: &str = "护照 证件号 passport";
const LATITUDES: &str = "纬度 lat latitude";
const LONGITUDES: &str = "经度 lon lng long longitude";
const MACHINES: &str = "ip ipv4 ipv6 主机";
const VERSIONS: &str = "版本 固件 version ver firmware oid build release";
const PHONES: &str = "电话 手机 联系方式 phone mobile tel telephone cellphone msisdn";
const CARDS: &str = "卡号 银行卡 账号 card pan account";
const AMOUNTS: &str = "金额 价 额 费 量 时间 时间戳 收入 人口 amount price total sum cost revenue count \
    qty quantity time timestamp balance volume population";

/// How much the name says that the cells are people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum People {
    /// It does not.
    #[default]
    Unsaid,
    /// It may.
    Maybe,
    /// It does.
    Said,
}

/// All that is asked of one name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hints {
    pub(crate) people: People,
    pub(crate) address: bool,
    pub(crate) passport: bool,
    pub(crate) latitude: bool,
    pub(crate) longitude: bool,
    pub(crate) machine: bool,
    pub(crate) version: bool,
    pub(crate) phone: bool,
    pub(crate) card: bool,
    pub(crate) amount: bool,
}

impl Hints {
    pub(crate) fn of(name: &str) -> Self {
        let name = Name::new(name);
        let people = if name.has_any(PEOPLE) {
            People::Said
        } else if name.has_any(MAYBE_PEOPLE) {
            People::Maybe
        } else {
            People::Unsaid
        };
        let phone = name.has_any(PHONES);
        Self {
            people,
            address: name.has_any(ADDRESSES),
            passport: name.has_any(PASSPORTS),
            latitude: name.has_any(LATITUDES),
            longitude: name.has_any(LONGITUDES),
            machine: name.has_any(MACHINES),
            version: name.has_any(VERSIONS),
            phone,
            card: name.has_any(CARDS),
            amount: !phone && name.has_any(AMOUNTS),
        }
    }

    /// Whether every cell is worth a look for what only the column tells.
    pub(crate) fn looks_at_all(&self) -> bool {
        self.people != People::Unsaid
            || self.address
            || self.passport
            || self.latitude
            || self.longitude
    }
}
