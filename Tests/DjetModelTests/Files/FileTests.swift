import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct FileTests {
    @Test(arguments: [0, 1, 1_048_575, 1_048_576, 1_048_577, 2_500_000])
    func aFileComesBackAsItWasWritten(size: Int) async throws {
        try await withDatabase { database in
            let model = database.model()
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
            let file = try await model.storeFile(name: "a.bin", mimeType: "application/octet-stream") {
                try await $0.write(bytes)
            }
            #expect(file.size == size)
            var read: [UInt8] = []
            for try await chunk in model.bytes(of: file) { read += chunk }
            #expect(read == bytes)
            #expect(try await model.file(file.id) == file)
        }
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\temp\\x.csv", "x.csv"),
        ("a\r\nSet-Cookie: x", "aSet-Cookie: x"),
        ("", "file"), ("..", "file"), ("fil æ.csv", "fil æ.csv"),
        ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
        (String(repeating: "a", count: 300), String(repeating: "a", count: 255)),
        ("e" + String(repeating: "\u{301}", count: 300), "e" + String(repeating: "\u{301}", count: 254)),
    ])
    func aNameIsNoPathAndHasNoTricks(given: String, kept: String) async throws {
        try await withDatabase { database in
            let file = try await database.model().storeFile(name: given, mimeType: "text/plain") { _ in }
            #expect(file.name == kept)
        }
    }

    @Test(arguments: [#"{"file": {"file": 7}}"#, #"{"file": 7}"#])
    func whatIsNoWholeFileSaysHowToGiveOne(arguments: String) {
        let error = #expect(throws: ModelError.self) { try ImportOrders.decoded(from: arguments) }
        let sentence = "file: expected a file: in a command give it by --file NAME=PATH, in SQL as"
        #expect(error?.message.contains(sentence) == true)
    }

    @Test func aFileIsPartOfItsTransaction() async throws {
        struct ChangeOfMind: Error {}
        try await withDatabase { database in
            let model = database.model()
            await #expect(throws: ChangeOfMind.self) {
                try await model.transaction { model in
                    _ = try await model.storeFile(name: "a", mimeType: "text/plain") {
                        try await $0.write("a")
                    }
                    throw ChangeOfMind()
                }
            }
            let files = try await database.store.first("select count(*) from jobmachine.file", as: Int.self)
            let chunks = try await database.store.first("select count(*) from jobmachine.chunk", as: Int.self)
            #expect(files == 0 && chunks == 0)
        }
    }

    @Test func theFilesOfAnAnswerAreFound() throws {
        let file = #"{"file": 7, "name": "a.csv", "mimeType": "text/csv", "size": 3}"#
        let answer = try JSONReader.tree(of: #"{"x": [\#(file), {"file": "no"}], "y": \#(file)}"#)
        #expect(answer.files == [7])
    }
}
