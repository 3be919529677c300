"""An invented list of people, as a ward might keep one: the same seed gives the same list.

Few surnames and few given names, in shares near those usually quoted for Vietnam, so that namesakes are as
common as they are. Units weigh what they have in people; some cells are empty, as in every real list.
"""

import csv
import itertools
import pathlib
import random

COLUMNS = ["external_id", "name", "birth_year", "sex", "unit", "hamlet", "phone"]

SURNAMES = {
    "Nguyễn": 335, "Trần": 111, "Lê": 95, "Phạm": 67, "Phan": 45, "Hoàng": 43, "Võ": 34, "Hồ": 30,
    "Đặng": 21, "Bùi": 19, "Trương": 16, "Đỗ": 14, "Ngô": 13, "Đoàn": 11, "Dương": 10, "Cao": 8,
    "Tôn": 8, "Mai": 8, "Huỳnh": 7, "Văn": 6, "Hà": 6, "Đinh": 5, "Vũ": 5, "Lý": 5, "Châu": 5,
    "Lương": 5, "Trịnh": 5, "Thái": 4, "Tống": 4, "Đào": 4, "Thân": 3, "Lâm": 3, "Tạ": 3, "Từ": 2,
}
GIVEN = {
    "f": """Hương Hoa Lan Hồng Hà Thủy Hạnh Nga Thảo Hằng Mai Linh Phương Trang Nhung Yến Loan Tuyết Xuân
        Liên Thu Huệ Cúc Vân Anh Ngọc Thanh Bình Tâm Dung Hiền Lài Sen Gái Bé Thương Nguyệt Oanh Hòa Lợi
        Hường Đào Mận Nhàn Thơm Thúy Quỳnh My Nhi Vy Trâm Trinh Châu Diễm Duyên Giang Hân Khánh Lệ""",
    "m": """Hùng Dũng Minh Hải Sơn Tuấn Thành Hòa Bình Long Cường Phúc Đức Nam Thắng Tâm Lợi Hiếu Quang
        Trung Thanh Tùng Hoàng Anh Huy Khánh Phong Tiến Toàn Thịnh Lộc Phước Vinh Hưng Kiên Quý Tài Nghĩa
        Nhân Trí Tín Thiện Hậu Hiền Lâm Linh Lực Lương Mạnh Ngọc Nguyên Nhật Phát Phú Quân Quốc Sang""",
}
MIDDLE = {
    "f": "Thị Thị Thị Ngọc Thanh Kim Minh Thu Phương Bích Mỹ Thùy Diệu Như Hoài Quỳnh Khánh Bảo",
    "m": "Văn Văn Đình Hữu Quang Đức Minh Xuân Ngọc Quốc Công Viết Thanh Bá Trọng Duy Anh Gia",
}


class Draw:
    """Draws from a table of weights."""

    def __init__(self, weights):
        self.values = list(weights)
        self.cumulative = list(itertools.accumulate(weights.values()))

    def __call__(self, source):
        return source.choices(self.values, cum_weights=self.cumulative)[0]


def ranked(words):
    """The commonest first: the n-th weighs 1/(n + 4)."""
    weights = {}
    for rank, word in enumerate(words.split()):
        weights[word] = weights.get(word, 0) + 1 / (rank + 4)
    return Draw(weights)


def units(places):
    """The wards and communes of today by name, with their people as weights."""
    with open(places / "population.csv", encoding="utf-8") as file:
        persons = {row["code"]: int(row["persons"] or 0) for row in csv.DictReader(file)}
    with open(places / "units.csv", encoding="utf-8") as file:
        return {row["name_vi"]: max(persons.get(row["code"], 0), 5000)
                for row in csv.DictReader(file) if row["parent"] and not row["valid_to"]}


def write(path, rows, places, seed=2026):
    source = random.Random(seed)
    surname, unit = Draw(SURNAMES), Draw(units(pathlib.Path(places)))
    given = {sex: ranked(words) for sex, words in GIVEN.items()}
    middle = {sex: ranked(words) for sex, words in MIDDLE.items()}
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        for number in range(1, rows + 1):
            sex = "f" if source.random() < 0.56 else "m"
            name = f"{surname(source)} {middle[sex](source)} {given[sex](source)}"
            year = int(source.triangular(1936, 2012, 1964)) if source.random() < 0.96 else ""
            hamlet = f"Tổ {source.randint(1, 24)}" if source.random() < 0.7 else ""
            phone = f"09{source.randrange(10 ** 8):08}" if source.random() < 0.45 else ""
            said = sex if source.random() < 0.97 else ""
            home = unit(source) if source.random() < 0.98 else ""
            file.write(f"S{number:07},{name},{year},{said},{home},{hamlet},{phone}\n")
