"""Writes the invented tables beside this file: nobody's numbers, all with right check digits.

Run it in its folder; the same seed gives the same bytes. What is expected of each table stands
in its twin, `*.expect.json`, and is reviewed by hand.
"""

import csv
import random

random.seed(20260101)

PROVINCES = "11 12 13 31 32 33 44 51 61".split()
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ["伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛"]
STREETS = ["中关村大街", "文三路", "人民路", "解放路", "长江路"]
CITIES = ["北京市海淀区", "浙江省杭州市西湖区", "广东省广州市天河区", "四川省成都市武侯区", "上海市浦东新区"]


def digits(n):
    return "".join(random.choice("0123456789") for _ in range(n))


def resident():
    body = random.choice(PROVINCES) + "0101" + f"{random.randint(1950, 2005)}{random.randint(1, 12):02}{random.randint(1, 28):02}" + digits(3)
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def credit():
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    org = "MA" + "".join(random.choice("0123456789ABCDEFGHJK") for _ in range(6))
    check = 11 - sum(int(c, 36) * w for c, w in zip(org, [3, 7, 9, 10, 5, 8, 4, 2])) % 11
    body = "91" + random.choice(PROVINCES) + "0100" + org + {10: "X", 11: "0"}.get(check, str(check))
    return body + alphabet[-sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(body)) % 31]


def card():
    body = "6222" + digits(14)
    total = sum(sum(divmod(int(d) * (2 if i % 2 == 0 else 1), 10)) for i, d in enumerate(reversed(body)))
    return body + str(-total % 10)


def mobile():
    return random.choice("138 139 150 186 199".split()) + digits(8)


def name(i):
    return SURNAMES[i % len(SURNAMES)] + GIVEN[i * 7 % len(GIVEN)]


def address(i):
    return f"{CITIES[i % 5]}{STREETS[i * 3 % 5]}{random.randint(1, 300)}号{random.randint(1, 20)}栋{random.randint(101, 999)}室"


def plate(i):
    return "京沪粤浙川"[i % 5] + random.choice("ABC") + ("·" if i % 2 else "") + (digits(5) if i % 3 else "D" + digits(5))


def write(file, header, rows):
    with open(file, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


N = 24
write("people.csv", "编号 姓名 身份证号 手机号 银行卡号 邮箱 住址 车牌 护照号 开户单位代码 金额".split(), [
    [i + 1, name(i), resident(), mobile(), card(), f"user{i}@example.com", address(i), plate(i),
     f"E{digits(8)}" if i % 2 else f"EA{digits(7)}", credit(), f"{random.randint(100, 99999)}.{digits(2)}"] for i in range(N)])

# The same without a word in the header that helps.
write("unnamed.csv", [f"c{i}" for i in range(7)], [
    [name(i), resident().lower(), mobile(), card(), address(i), f"{random.choice(PROVINCES)}0101{random.randint(50, 99)}{random.randint(1, 12):02}{random.randint(1, 28):02}{digits(3)}",
     "" if i % 3 else f"+44 20 7946 0{digits(3)}"] for i in range(N)])

write("english.csv", ["id", "Full Name", "mobile", "email", "Street Address", "latitude", "longitude", "position"], [
    [1000 + i, f"{['Ada', 'Alan', 'Grace', 'Edsger'][i % 4]} {['Lovelace', 'Turing', 'Hopper', 'Dijkstra'][i * 3 % 4]}",
     f"+1 (212) 555-01{digits(2)}", f"a.person{i}@mail.example.org", f"{random.randint(1, 900)} Main Street, Springfield",
     f"{random.uniform(-60, 60):.5f}", f"{random.uniform(-170, 170):.5f}",
     f"{random.uniform(-60, 60):.5f}, {random.uniform(-170, 170):.5f}"] for i in range(N)])

remarks = ["正常", "客户要求周五前送达", "已签收", "退货一次，已处理", "价格 1,299.00 元，数量 3"] * 40
remarks[7] = f"请联系张先生，电话{mobile()}，谢谢"
remarks[33] = f"身份证{resident()}已核验"
remarks[71] = "收据发到li.si@example.com即可"
remarks[90] = mobile()
remarks[111] = f"护照号：E{digits(8)}"
remarks[150] = f"退款至 {' '.join([c for c in [card()[:4]]])} 尾号的卡"
remarks[160] = f"车牌{plate(1)}停在门口"
write("remarks.csv", ["序号", "备注"], [[i + 1, text] for i, text in enumerate(remarks)])

write("machines.csv", ["client", "card", "agent", "app", "opened", "ip_old"], [
    [f"203.0.{random.randint(0, 255)}.{random.randint(1, 254)}" if i % 4 else f"2001:db8::{digits(3)}:{digits(4)}",
     ":".join(f"{random.randint(0, 255):02x}" for _ in range(6)),
     f"Mozilla/5.0 (X11) Chrome/{random.randint(100, 140)}.0.0.0 Safari/537.36",
     f"{random.randint(1, 9)}.{random.randint(0, 20)}.{random.randint(0, 9)}.{random.randint(0, 9)}",
     f"2024-01-{i + 1:02} 10:{random.randint(0, 59):02}:{random.randint(0, 59):02}",
     f"10.0.0.{i}"] for i in range(N)])

# What only looks like it: nothing may be told of this table.
start = random.randint(10**9, 2 * 10**9)
write("innocent.csv", ["product_id", "order_no", "ticket", "milliseconds", "day", "time", "price", "volume", "version", "uuid",
                       "device", "share", "category", "city", "hash", "sku", "money", "dimensions", "compact", "isbn", "状态", "epoch_ns"], [
    [f"E{10000000 + i}", "2024" + digits(14), 13800000000 + i, 1700000000000 + random.randint(0, 10**9),
     f"2024-{i % 12 + 1:02}-15", f"10:{i:02}:30", f"{random.randint(1, 10**6)}.{digits(2)}", random.randint(10**9, 10**11),
     f"{i}.{i % 7}.3.4", f"{digits(8)}-{digits(4)}-4{digits(3)}-a{digits(3)}-{digits(12)}", "35" + digits(13),
     f"0.{digits(12)}", ["高中", "本科", "大专", "成功", "黄金"][i % 5], ["北京", "上海", "张家口", "石家庄", "马鞍山", "金华"][i % 6],
     "".join(random.choice("0123456789abcdef") for _ in range(40)), f"AB{digits(7)}", f"¥{13800000000 + i * 977}", f"{i + 10}.5x{i + 20}.5x3.25",
     f"2024{i % 12 + 1:02}15103000", f"978{digits(10)}", ["成功", "失败", "成功"][i % 3], 1700000000000000000 + random.randint(0, 10**15)] for i in range(60)])
