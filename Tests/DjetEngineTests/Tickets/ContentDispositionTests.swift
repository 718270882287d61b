import Testing

@testable import DjetEngine

@Suite struct ContentDispositionTests {
    @Test(arguments: [
        ("invoices.csv", "invoices.csv", "invoices.csv"),
        ("grød på æble.csv", "gr_d p_ _ble.csv", "gr%C3%B8d%20p%C3%A5%20%C3%A6ble.csv"),
        ("\"\r\nSet-Cookie: x", "Set-Cookie x", "Set-Cookie%20x"),
        ("../../etc/passwd", "etcpasswd", "etcpasswd"),
        ("..\\..\\boot.ini", "boot.ini", "boot.ini"),
        ("annual\u{202E}fdp.exe", "annualfdp.exe", "annualfdp.exe"),
        ("a\u{2066}b\u{2069}c\u{200B}d\u{FEFF}e\u{200F}", "abcde", "abcde"),
        ("a\0b\u{7F}c\u{85}d\u{2028}e", "abcde", "abcde"),
        ("a;b%c'd*e", "abcde", "abcde"),
        ("日本", "file", "%E6%97%A5%E6%9C%AC"),
        ("", "file", "file"), ("..", "file", "file"), ("\"\"", "file", "file"), (" . ", "file", "file"),
        (".htaccess", "htaccess", "htaccess"),
    ])
    func aNameIsHarmless(name: String, fallback: String, encoded: String) {
        #expect(
            ContentDisposition.attachment(name)
                == "attachment; filename=\"\(fallback)\"; filename*=UTF-8''\(encoded)")
    }

    @Test func aLongNameIsCut() {
        #expect(ContentDisposition.plain(String(repeating: "æ", count: 1000)).count == 150)
    }

    @Test(arguments: [
        (String(repeating: "a", count: 300) + ".csv", 150, ".csv"),
        (String(repeating: "æ", count: 300) + ".tar.gz", 150, ".gz"),
        ("a." + String(repeating: "b", count: 300), 150, "b"),
        ("a\(String(repeating: "\u{0301}\u{0316}", count: 3_000)).pdf", 150, ".pdf"),
        ("short.name.csv", 14, ".csv"),
    ])
    func aLongNameKeepsItsEnding(name: String, count: Int, ending: String) {
        let plain = ContentDisposition.plain(name)
        #expect(plain.unicodeScalars.count == count)
        #expect(plain.hasSuffix(ending))
        #expect(ContentDisposition.attachment(name).contains("\(ending)\"; filename*"))
    }
}
