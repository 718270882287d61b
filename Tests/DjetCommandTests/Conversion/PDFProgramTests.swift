import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetCommand

/// The browser tests convert by a real Chromium.
@Suite struct PDFProgramTests {
    /// Converts a page by a script that is called with the page and the file to write.
    private func converted(by script: String, limit: Duration = .seconds(60)) async throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "djet-pdf-\(UUID())").path()
        try writeProgram(script, to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await PDFProgram(path, limit: limit).pdf(of: "%PDF-1.4 <a page>")
    }

    @Test func theProgramGetsThePageAndWritesTheFile() async throws {
        let bytes = try await converted(by: #"[ $# = 2 ] && cp "$1" "$2""#)
        #expect(String(decoding: bytes, as: UTF8.self) == "%PDF-1.4 <a page>")
    }

    @Test(arguments: [
        ("echo no paper; exit 3", "no paper"), ("true", "has written no file"),
        (#"echo hello >"$2""#, "has written no PDF"), (#"yes | head -c 200000"#, "failed"),
    ])
    func aProgramThatFailsIsNamed(script: String, words: String) async {
        let error = await #expect(throws: ModelError.self) { try await converted(by: script) }
        #expect(error?.message.contains("the converter to PDF, ") == true)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func aProgramThatHangsIsEnded() async {
        let error = await #expect(throws: ModelError.self) {
            try await converted(by: #"tail -f "$1""#, limit: .milliseconds(200))
        }
        #expect(error?.message.contains("has not ended") == true)
    }

    @Test func theProgramSeesNoVariableOfOurs() async throws {
        let bytes = try await converted(by: #"{ printf '%%PDF-'; env; } >"$2""#)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let names = lines.map { $0.prefix { $0 != "=" } }
        #expect(names.allSatisfy { !$0.contains("PG") && !$0.contains("DJET") && !$0.contains("DATABASE") })
    }

    @Test func withoutAProgramTheSettingIsNamed() async {
        let error = await #expect(throws: ModelError.self) { try await PDFProgram(nil).pdf(of: "") }
        #expect(error?.message.contains("DJET_PDF") == true)
    }

    @Test func aProgramThatIsNotThereIsNamed() async {
        let error = await #expect(throws: ModelError.self) { try await PDFProgram("/no/such").pdf(of: "") }
        #expect(error?.message.contains("the converter to PDF, /no/such, failed") == true)
    }

    @Test func chromiumIsToldByItsName() {
        let arguments = PDFProgram.arguments(of: "/usr/bin/chromium", "/t/a.html", "/t/a.pdf", "/t")
        #expect(arguments.contains("--print-to-pdf=/t/a.pdf") && arguments.last == "file:///t/a.html")
        #expect(PDFProgram.arguments(of: "weasyprint", "a", "b", "/t") == ["a", "b"])
    }
}
