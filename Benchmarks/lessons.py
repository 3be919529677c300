"""A library of invented lessons, the same for the same seed, as lantoa reads it and as Hugo does."""

import pathlib
import random
import re
import shutil
from dataclasses import dataclass

from programs import ROOT

LANGUAGES = ("vi", "en")
LESSONS_OF_COURSE = 10
HUGO = ROOT / "Benchmarks" / "hugo"


@dataclass
class Words:
    """What the lessons of one language are made of."""

    sentences: list
    headings: tuple
    note: str
    instructor: str
    caption: str
    no: str
    yes: str
    see: str


NAMES = {
    "vi": dict(headings=("Hôm nay bà con làm được gì", "Vì sao", "Các bước", "Làm thử", "Nói lại", "3 câu hỏi",
                         "Nhớ một điều"), note="Bảng: ", instructor="Ghi chú cho tổ", caption="Khi nào làm gì",
               no="Chưa đúng. ", yes="Đúng. ", see="Xem thêm "),
    "en": dict(headings=("What you can do today", "Why", "Steps", "Try it", "Say it back", "3 questions",
                         "One thing to remember"), note="Table: ", instructor="Notes for the team",
               caption="What to do when", no="Not quite. ", yes="Yes. ", see="See also "),
}
SYLLABLES = [a + b + c for a in "b c d g h kh l m n ng nh ph qu s t th tr v x".split()
             for b in "a ă â e ê i o ô ơ u ư".split() for c in ("", "n", "ng", "c", "t", "m")]


def words(language):
    """The plain sentences of the courses that lantoa comes with."""
    found = set()
    for path in sorted((ROOT / "courses").glob(f"*/*.{language}.md")):
        for line in path.read_text(encoding="utf-8").split("---", 2)[2].splitlines():
            line = re.sub(r"^(\d+\.|-|>|\s)+", "", line)
            if re.search(r"[][<>|#*_`!\"“”‘’]", line):
                continue
            found.update(s for s in re.findall(r"[^.?!:]+[.?!]", line) if 3 < len(s.split()) < 18)
    return Words(sentences=sorted(s.strip() for s in found), **NAMES[language])


class Lesson:
    """One lesson in one language."""

    def __init__(self, words, language, number, source):
        self.words, self.language, self.number, self.source = words, language, number, source
        self.slug = f"lesson-{number:02}"
        self.title = " ".join(self.coined() for _ in range(4)).capitalize()

    def coined(self):
        return self.source.choice(SYLLABLES)

    def sentence(self):
        text = self.source.choice(self.words.sentences)
        # One in five has a word that few other lessons have.
        return text if self.source.random() < 0.8 else f"{text[:-1]} {self.coined()} {self.coined()}{text[-1]}"

    def text(self, count):
        return " ".join(self.sentence() for _ in range(count))

    def link(self):
        """To another lesson of the course."""
        other = self.source.randrange(1, LESSONS_OF_COURSE + 1)
        return f"{self.words.see}[{self.coined()} {self.coined()}]({other:02}-lesson-{other:02}.{self.language}.md)."

    def quiz(self, number):
        right = (self.number + number) % 3
        yield f"<!-- quiz id={self.slug}-{number} -->"
        yield f"**{self.sentence()}**\n"
        for choice in range(3):
            is_right = choice == right
            yield f"- [{'x' if is_right else ' '}] {self.sentence()}"
            yield f"  > {self.words.yes if is_right else self.words.no}{self.sentence()}"
        yield ""

    def body(self):
        goal, why, steps, trying, again, questions, remember = (f"## {h}\n" for h in self.words.headings)
        yield from (goal, self.text(3) + f" [{self.coined()}](glossary.{self.language}.md#word-1).\n")
        yield from (why, self.text(6) + "\n", f"> [!NOTE]\n> {self.text(4)}\n", self.text(6) + " " + self.link() + "\n")
        yield steps
        yield from (f"{step}. {self.sentence()}" for step in range(1, 8))
        yield f"\n![{self.sentence()}](images/drawing-{self.number % 5}.svg)\n"
        yield self.text(4) + "\n"
        yield f"{self.words.note}{self.words.caption}\n"
        yield f"| {self.coined()} | {self.coined()} | {self.coined()} |\n|---|---|--:|"
        yield from (f"| {self.coined()} {self.coined()} | {self.sentence()} | {row} |" for row in range(5))
        yield ""
        yield from (trying, self.text(4) + "\n")
        yield from (f"- {self.sentence()}" for _ in range(4))
        yield from ("", again, self.text(4) + f" **{self.coined()}** *{self.coined()}* `{self.coined()}`. " + self.link() + "\n")
        yield questions
        for number in range(1, 4):
            yield from self.quiz(number)
        yield from (remember, f"> [!KEYPOINTS]\n> {self.text(1)}\n")
        yield f"> [!INSTRUCTOR] {self.words.instructor}"
        yield from (f"> - **{self.coined()}.** {self.text(2)}" for _ in range(5))
        yield ""

    def markdown(self):
        front = ["---", f'title: "{self.title}"', "minutes: 25", f'objectives: ["{self.sentence()}", "{self.sentence()}"]',
                 'competences: ["digcomp:4.2"]', f'keywords: ["{self.coined()}", "{self.coined()}"]', "verify: V0",
                 "status: published", "---", ""]
        return "\n".join([*front, *self.body()])


def course_yaml(slug, order, titles):
    lines = ["schema: 1", f"id: {slug}", "version: 1", f'title: {{vi: "Khóa {order}", en: "Course {order}"}}',
             'summary: {vi: "Những việc hằng ngày.", en: "Everyday things."}', "languages: [vi, en]",
             "license: CC-BY-4.0", 'audience: {vi: "mọi người", en: "everyone"}', "level: basic", f"order: {order}",
             "lessons:"]
    for number, (vi, en) in titles.items():
        lines += [f"  - slug: lesson-{number:02}", f'    title: {{vi: "{vi}", en: "{en}"}}', "    minutes: 25",
                  '    competences: ["4.2"]', f"    household: [S{order % 5 + 1}]", "    verify: V0"]
    return "\n".join(lines) + "\n"


def glossary(language):
    title = "Từ ngữ" if language == "vi" else "Words"
    entries = "".join(f"## Word {n}\n\nWord {n}.\n\n" for n in range(1, 31))
    return f'---\ntitle: "{title}"\nsummary: "{title}."\n---\n\n{entries}'


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make(folder, lessons, seed=2026):
    """`courses` and `content` for lantoa, `hugo` with the same words for Hugo; all the lesson files, by language."""
    folder = pathlib.Path(folder)
    ours, theirs = folder / "courses", folder / "hugo" / "content"
    kits = {language: words(language) for language in LANGUAGES}
    made = []
    shutil.copytree(HUGO, folder / "hugo")
    write(folder / "hugo" / "static" / "style.css", (ROOT / "site-templates" / "style.css").read_text(encoding="utf-8"))
    drawing = (ROOT / "courses" / "safe-online" / "images" / "code-is-a-key.svg").read_text(encoding="utf-8")
    for language in LANGUAGES:
        write(folder / "content" / f"glossary.{language}.md", glossary(language))
        write(theirs / f"glossary.{language}.md", glossary(language))
    for order in range(1, max(1, lessons // LESSONS_OF_COURSE // len(LANGUAGES)) + 1):
        course, titles = f"course-{order:03}", {}
        for number in range(1, LESSONS_OF_COURSE + 1):
            for language in LANGUAGES:
                source = random.Random(f"{seed}/{order}/{number}/{language}")
                lesson = Lesson(kits[language], language, number, source)
                titles.setdefault(number, []).append(lesson.title)
                name = f"{number:02}-{lesson.slug}.{language}.md"
                text = lesson.markdown()
                write(ours / course / name, text)
                write(theirs / course / name, text)
                made.append(ours / course / name)
        write(ours / course / "course.yaml", course_yaml(course, order, titles))
        for language in LANGUAGES:
            write(theirs / course / f"_index.{language}.md", f'---\ntitle: "Course {order}"\n---\n')
        for number in range(5):
            write(ours / course / "images" / f"drawing-{number}.svg", drawing)
            write(folder / "hugo" / "static" / course / "images" / f"drawing-{number}.svg", drawing)
    return made
