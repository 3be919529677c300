extension Payload {
  static let all =
    terminal + controls + directions + hidden + lines + formulas + statements + documents + commands
    + names + lookalikes + paths + lengths

  private static func kept(_ texts: String...) -> [Payload] {
    texts.map { Payload(text: $0, fate: .kept) }
  }

  private static func keptUnlessName(_ texts: String...) -> [Payload] {
    texts.map { Payload(text: $0, fate: .keptUnlessName) }
  }

  private static func refused(_ texts: String...) -> [Payload] {
    texts.map { Payload(text: $0, fate: .refused) }
  }

  /// Sequences that terminals obey, in both spellings of their beginnings.
  private static let terminal = refused(
    // Colours, the cursor, what is on the screen.
    "\u{1B}[31mLê\u{1B}[0m", "\u{1B}[8mLê", "\u{1B}[2J\u{1B}[HLê", "\u{1B}[3JLê", "\u{1B}cLê",
    "Lê\u{1B}[1A\u{1B}[2KAll is well", "Lê\u{1B}[999D", "\u{1B}[?1049hLê", "\u{1B}[?25lLê",
    "\u{1B}(0lqk Lê", "\u{1B}[?1003hLê", "\u{1B}[>4;2mLê", "\u{1B}[!pLê", "\u{1B}#8Lê",
    // What makes a terminal type by itself.
    "\u{1B}[6nLê", "\u{1B}[cLê", "\u{1B}[>qLê", "\u{1B}[21tLê", "\u{1B}[201~rm -rf ~\n\u{1B}[200~",
    "\u{1B}]10;?\u{7}Lê", "\u{1B}P$q\"p\u{1B}\\Lê", "\u{1B}P+q544e\u{1B}\\Lê",
    // Titles, links, the clipboard, files, notices.
    "\u{1B}]0;Tổ giả\u{7}Lê", "\u{1B}]2;Tổ giả\u{1B}\\Lê",
    "\u{1B}]8;;https://example.vn\u{1B}\\Lê\u{1B}]8;;\u{1B}\\",
    "\u{1B}]8;id=1;https://example.vn\u{7}Lê\u{1B}]8;;\u{7}",
    "\u{1B}]52;c;cm0gLXJmIH4=\u{7}Lê", "\u{1B}]52;p;?\u{1B}\\Lê", "\u{1B}]4;1;rgb:ff/00/00\u{7}Lê",
    "\u{1B}]50;SetProfile=x\u{7}Lê", "\u{1B}]133;A\u{7}Lê", "\u{1B}]777;notify;Lê;x\u{7}",
    "\u{1B}]9;4;1;50\u{7}Lê", "\u{1B}]1337;File=name=YQ==;inline=1:AAAA\u{7}Lê",
    // Strings for devices: pictures, multiplexers.
    "\u{1B}Pq#0;2;0;0;0~-\u{1B}\\Lê", "\u{1B}_Ga=T,f=32;AAAA\u{1B}\\Lê", "\u{1B}^Lê\u{1B}\\",
    "\u{1B}XLê\u{1B}\\", "\u{1B}Ptmux;\u{1B}\u{1B}]0;x\u{7}\u{1B}\\Lê", "\u{1B}P1000pLê",
    // The same begun by one character.
    "\u{9B}31mLê", "\u{9B}2JLê", "\u{9D}0;Tổ giả\u{9C}Lê", "\u{9D}52;c;eA==\u{7}Lê", "\u{90}q~\u{9C}Lê",
    "\u{98}Lê\u{9C}", "\u{9E}Lê\u{9C}", "\u{9F}Ga=T;AAAA\u{9C}Lê", "\u{84}Lê", "\u{88}Lê", "\u{8D}Lê",
    "\u{8E}Lê", "\u{80}Lê", "\u{9A}Lê")

  private static let controls = refused(
    "Lê\u{7}", "Lê\u{8}\u{8}Bá", "\u{7F}Lê", "Lê\u{E}Thị", "\u{F}Lê", "\u{5}Lê", "Lê\u{4}", "Lê\u{1A}",
    "Lê\u{18}", "Lê\u{1C}Thị", "Lê\u{1F}Thị", "\u{1}Lê", "Lê\u{3}", "\u{11}Lê\u{13}", "Lê\u{1B}")

  /// Marks that turn the direction of what follows.
  private static let directions = refused(
    "Lê \u{202E}gnp.exe", "\u{202A}Lê", "\u{202B}Lê", "Lê\u{202C}", "\u{202D}Lê", "\u{2066}Lê",
    "\u{2067}Lê\u{2069}", "\u{2068}Lê", "Lê\u{2069}", "\u{200E}Lê", "Lê\u{200F}", "\u{61C}Lê",
    "Lê\u{202E} )giấy( 1961\u{202C}", "\u{206A}Lê", "\u{206F}Lê")

  /// Letters, marks and signs without a shape.
  private static let hidden =
    refused(
      "Lê\u{200B}Thị", "\u{FEFF}Lê", "Lê\u{2060}Thị", "L\u{AD}ê", "Lê\u{200C}Thị", "Lê\u{200D}Thị",
      "Lê\u{180E}Thị", "Lê\u{2061}", "Lê\u{2064}", "\u{FFF9}Lê\u{FFFA}Bá\u{FFFB}", "Lê\u{E0001}",
      "Lê\u{E0049}\u{E0047}\u{E004E}", "Lê\u{34F}", "\u{3164}", "Lê\u{115F}", "\u{1160}\u{1160}",
      "\u{FFA0}Lê", "Lê\u{17B4}", "Lê\u{17B5}", "\u{1D173}Lê", "Lan 👩\u{200D}👧")
    + keptUnlessName("\u{2800}", "\u{345}\u{36F}")

  /// Breaks that could make one line two, of which the second looks like ours.
  private static let lines = kept(
    "Lê\nError: nothing was recorded", "Lê\r\nLỗi: đĩa đầy", "Lê\rRecorded nobody", "\nError: Lê",
    "Lê\u{B}Warning", "Lê\u{C}Warning", "Lê\u{85}Warning", "Lê\u{2028}Warning", "Lê\u{2029}Warning",
    "Lê\tThị", "\tLê", "Lê\n", "Lê\n\n\nBá", "Lê\u{A0}Thị", "Lê\u{3000}Thị", "  Lê   Thị  ",
    "Lê\u{2003}Thị", "\u{2002}Lê", "Lê\n──────", "Lê\n7K2M-9QXD  Bá")

  private static let formulas =
    kept(
      "=HYPERLINK(\"https://example.vn\",\"Lê\")", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0",
      "-cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "=DDE(\"cmd\";\"/C calc\";\"x\")",
      "=IMPORTXML(CONCAT(\"https://example.vn/\",A1),\"//a\")", "=WEBSERVICE(\"https://example.vn\")",
      "=rundll32|'URL.dll,OpenURL calc.exe'!A", "=MSEXCEL|'\\..\\..\\cmd.exe /c calc'!''",
      "=Lê", "+Lê", "-Lê", "@Lê", "\t=Lê", "\r=Lê", "\n=Lê", " =Lê", "\u{A0}=Lê", "\u{3000}@Lê", "\t\t-Lê",
      "＝Lê", "＋Lê", "－Lê", "＠Lê", "'=Lê", "''=Lê", "' =Lê", "'Lê", "\"=Lê\"", "\"Lê", "Lê\"",
      "Lê,=1+1", "Lê;=1+1", "Lê\t=1+1", "Lê\n=1+1", "Lê; +1", "Lê;\"=1\"", "Lê;'=1", "Lê\",\"=1+1",
      "Lê\"\n\"=1+1", "\",=1+1,\"Lê", "\";=1+1;\"Lê", ";Lê", ",Lê", "%0A=Lê", "=-+@Lê", "−Lê", "﹦Lê",
      "sep=;Lê", "ID;PWXL;N;E", "Lê\u{301};=\u{301}1", "\u{301}Lê", "=\u{301}Lê", "x=1")
    + keptUnlessName(
      "=1+1", "+84", "-1", "=", "-", "+", "@", "'", "''", "\"", "\"\"", "'=1", ",", ";", ";;", "-+1", "＝1",
      "(1)", "-1;=2")

  /// What SQL would read.
  static let statements =
    kept(
      "Robert'); DROP TABLE learner;--", "' OR 'a'='a", "'; DELETE FROM event; --",
      "\" OR \"a\"=\"a", "x' UNION SELECT name, sql FROM sqlite_master --",
      "1; ATTACH DATABASE '/tmp/x.db' AS x", "'; PRAGMA writable_schema = 1; --", "/* Lê */",
      "Lê --", "Lê/**/Thị", "'||(SELECT sql FROM sqlite_master)||'", "Lê' COLLATE NOCASE",
      "x'); SELECT load_extension('x'); --", "[a-z]*", ":name", "$name", "%Lê%", "L_", "L*", "L?",
      "NULL", "null", "0x41", "1e309", "NaN", "TRUE", "rowid", "X'41'", "CAST(1 AS TEXT)",
      "' AND 1=randomblob(1000000000)--", "`Lê`", "[Lê]", "Lê;", "name:Lê", "NEAR(a b)",
      "a OR b AND NOT c", "Lê^2", "Lê{1}", "\"Lê\" *", "L% ESCAPE '%'", "?1 Lê")
    + keptUnlessName("%", "_", "*", "?", "?1", "%%", "__", "[!]", "--", "/*", "*/", "||", "0,5", "1.5", "\\%")

  /// What JSON, HTML, XML, Markdown and templates would read.
  private static let documents =
    kept(
      "\"}, {\"name\": \"Lê\"", "{\"name\":\"Lê\"}", "\\u0000Lê", "\\uD83DLê", "\\uDC00", "Lê\\nThị",
      "Lê\\", "\\\"Lê", "[\"Lê\"]", "__proto__", "constructor", "$ref Lê", "Lê\u{FFFF}",
      "Lê\u{FFFD}", "Lê\u{E000}", "<b>Lê</b>", "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>", "&lt;Lê&gt;", "&#x3C;Lê", "[Lê](javascript:alert(1))",
      "<!--Lê-->", "Lê]]>", "<?xml version=\"1.0\"?>", "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
      "**Lê**", "# Lê", "| Lê |", "\\x1b[31mLê", "^[[31mLê", "\\033[0mLê", "\\e]0;Lê\\a",
      "{{constructor}}", "${Lê}", "#{Lê}", "<%= Lê %>", "${jndi:ldap://example.vn/a}")
    + keptUnlessName("{", "}", "[]", "\\", "\\\\", "{{7*7}}", "${7*7}", "#{7*7}", "{0}", "{}", "</>")

  /// What a shell or a formatter would read, and what looks like an option of ours.
  private static let commands =
    kept(
      "$(reboot)", "`reboot`", "; rm -rf ~", "| cat /etc/passwd", "&& halt", "> /dev/null", "$HOME",
      "${IFS}Lê", "!!Lê", "~root", "%PATH%", "'$(id)'", "Lê & Bá", "-rf", "--help", "--yes",
      "--name=Lê", "--db=/tmp/x.db", "--lang vi", "-q", "@file", "%s%n%n%n", "%x%x%x", "%1$s",
      "\\(name)", "%@ Lê", "%d người", "(Lê) Bá", "Lê…", "“Lê”", "Lê ” (xóa)")
    + keptUnlessName("!!", "$$", "$?", "&", ">", "<", "~", "“", "”")

  /// Names of people: shown with every letter.
  private static let names =
    kept(
      "Hồ Thị Lê", "Ho\u{302}\u{300} Thi\u{323} Le\u{302}", "ĐẶNG ĐỨC", "H'Hen Niê", "H’Bơ Ksor",
      "Y Wăn K'pă", "Ê-đê", "O'Brien", "D'Artagnan", "Nguyễn Ánh-Nguyệt", "Quỳnh‑Anh", "Kpă Y Djuang",
      "Hồ Pả Khiêm", "Mary Ann Lê.", "Müller", "Łukasz", "İbrahim", "Straße", "Ǆemal", "A\u{30A}ngström",
      "\u{212B}sa", "ﬁona", "محمد", "שלום כהן", "محمد O'Brien", "عَبْدُ الله", "阮文", "김영희",
      "\u{1112}\u{1161}\u{11AB}", "さくら", "สมชาย ใจดี", "សុខា", "राम", "தமிழ்", "Гагарин", "Ωmega",
      "Lan 🌸", "Lan ❤\u{FE0F}", "Lan 👍🏽", "🇻🇳 Lan", "L\u{20DD}ê",
      "Lê" + String(repeating: "\u{336}", count: 60),
      "L" + String(repeating: "\u{301}\u{316}", count: 40) + "ê")
    + keptUnlessName("🌸", "❤\u{FE0F}", "①", "﷽", "☎")

  /// Names that look like another.
  private static let lookalikes = kept(
    "Lе", "Ⅼê", "Ｌê", "𝐋𝐞", "ᴸᵉ", "Нồ Thị Lê", "раураl", "Hồ Thị  Lê", "Lê.", "Lê\u{2019}", "Lê\u{FF07}",
    "l\u{131}", "Ηồ")

  private static let paths =
    kept(
      "../../etc/passwd", "/etc/passwd", "C:\\Windows\\system32", "~/.ssh/id_rsa",
      "file:///etc/passwd", "\\\\server\\share", "CON", "NUL", "lantoa.db", "a/b", "Lê/../Thị", "-o",
      "x.csv", "%2e%2e%2fLê", "lantoa.db-wal", "x.errors.csv", "Lê/", "/Lê")
    + keptUnlessName(".", "..", "/", "//", "../..")

  private static let lengths =
    kept(
      String(repeating: "ệ", count: 100), String(repeating: "L ", count: 50),
      String(repeating: " ", count: 5000) + "Lê")
    + keptUnlessName("9223372036854775808", "-9223372036854775809", "1.999")
    + refused(
      String(repeating: "ê", count: 101), String(repeating: "=1", count: 5000),
      "L" + String(repeating: "\u{301}", count: 120),
      String(repeating: "Lê\nLê bỏ hết ", count: 300))
}
