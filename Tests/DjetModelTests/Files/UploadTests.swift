import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct UploadTests {
    static func count(_ table: String, in database: TestDatabase) async throws -> Int {
        try await database.store.first(
            "select count(*) from \(identifier: "jobmachine").\(identifier: table)")
            ?? -1
    }

    @Test(arguments: [0, 1, 1_048_576, 2_500_000])
    func anUploadComesBackAsItCame(size: Int) async throws {
        try await withDatabase { database in
            let model = database.model().acting(as: "ada")
            let bytes = BigFile.bytes(from: 0, to: size, seed: 7)
            let parts = AsyncStream<ArraySlice<UInt8>> { stream in
                var rest = bytes[...]
                while !rest.isEmpty {
                    stream.yield(rest.prefix(65_000))
                    rest = rest.dropFirst(65_000)
                }
                stream.finish()
            }
            let file = try await model.storeUpload(name: "../a.csv", mimeType: "Text/CSV", bytes: parts)
            #expect(file.size == size && file.name == "a.csv" && file.mimeType == "text/csv")
            var read: [UInt8] = []
            for try await chunk in model.bytes(of: file) { read += chunk }
            #expect(read == bytes)
            #expect(try await model.file(file.id) == file)
        }
    }

    @Test func chunksAreCommittedAsTheyComeAndNobodySeesTheFileBefore() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.storeUpload(name: "a", mimeType: "text/plain") { upload in
                try await upload.write([UInt8](repeating: 1, count: 2 << 20))
                let chunks = try await Self.count("chunk", in: database)
                #expect(chunks == 2)
                let id = try await database.store.first("select id from jobmachine.file", as: Int64.self)
                await #expect(throws: ModelError.self) { try await model.file(id ?? 0) }
                let open = try await database.store.first(
                    """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and backend_type = 'client backend'
                      and xact_start is not null and pid <> pg_backend_pid()
                    """, as: Int.self)
                #expect(open == 0, "no transaction waits for the client")
            }
        }
    }

    @Test func anUploadThatBreaksOffLeavesNothing() async throws {
        struct Gone: Error {}
        try await withDatabase { database in
            let model = database.model()
            await #expect(throws: Gone.self) {
                try await model.storeUpload(name: "a", mimeType: nil) { upload in
                    try await upload.write([UInt8](repeating: 1, count: 3 << 20))
                    throw Gone()
                }
            }
            await #expect(throws: FileTooLong(limit: 1_500_000)) {
                try await model.storeUpload(name: "a", mimeType: nil, limit: 1_500_000) { upload in
                    for _ in 0..<4 { try await upload.write([UInt8](repeating: 1, count: 500_000)) }
                }
            }
            let files = try await Self.count("file", in: database)
            let chunks = try await Self.count("chunk", in: database)
            #expect(files == 0 && chunks == 0)
        }
    }

    @Test func aCancelledUploadLeavesNothing() async throws {
        try await withDatabase { database in
            let model = database.model()
            let (reached, reach) = AsyncStream.makeStream(of: Void.self)
            let upload = Task {
                try await model.storeUpload(name: "a", mimeType: nil) { upload in
                    try await upload.write([UInt8](repeating: 1, count: 1 << 20))
                    reach.finish()
                    let (never, hold) = AsyncStream.makeStream(of: Void.self)
                    for await _ in never {}
                    try Task.checkCancellation()
                    _ = hold
                }
            }
            for await _ in reached {}
            upload.cancel()
            await #expect(throws: CancellationError.self) { try await upload.value }
            let files = try await Self.count("file", in: database)
            #expect(files == 0)
        }
    }

    @Test func housekeepingRemovesWhatVanishedClientsLeft() async throws {
        try await withDatabase { database in
            try await database.store.query(
                """
                insert into jobmachine.file (name, mime_type, is_complete, written_at)
                values
                  ('old', 'text/plain', false, now() - interval '61 minutes'),
                  ('new', 'text/plain', false, now() - interval '59 minutes'),
                  ('whole', 'text/plain', true, now() - interval '61 minutes')
                """)
            let old = try await database.store.first(
                "select id from jobmachine.file where name = 'old'", as: Int64.self)
            try await database.enterWorker(1)
            try await database.store.query("select jobmachine.beat(1)")
            let left = try await database.store.rows(
                "select name from jobmachine.file order by name", as: String.self)
            #expect(left == ["new", "whole"])
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.add_chunk(\(old), 0, '\\x01')")
            }
            #expect(error.flatMap { ModelError($0) }?.message.contains("given up") == true)
        }
    }

    @Test func aFileOfWhichAChunkIsMissingIsNotFinished() async throws {
        try await withDatabase { database in
            let queue = database.model().queue
            let begin = queue.beginFile(name: "a.txt", mimeType: "text/plain", owner: "ada")
            let file = try #require(try await database.store.first(begin, as: Int64.self))
            func expectRefusal(_ statement: Statement, _ words: String) async {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(statement)
                }
                #expect(error?.sqlState?.rawValue == "DJ400" && error?.message == words)
            }
            await expectRefusal(
                queue.addChunk(-1, [1], to: file), "a chunk's number must be 0 or more (got -1)")
            await expectRefusal(
                queue.addChunk(0, [], to: file), "a chunk must have 1 to 1,048,576 bytes (got 0)")
            for number in [0, 2] { try await database.store.query(queue.addChunk(number, [1], to: file)) }
            await expectRefusal(queue.finishFile(file), "file \(file) lacks its chunk 1")
            try await database.store.query(queue.addChunk(1, [1], to: file))
            #expect(try await database.store.first(queue.finishFile(file), as: Int.self) == 3)
        }
    }

    @Test func aFileBelongsToWhoStoredIt() async throws {
        try await withDatabase { database in
            let ada = database.model([BigFile.self]).acting(as: "ada")
            let file = try await ada.storeUpload(name: "a", mimeType: nil) { _ in }
            #expect(try await ada.ownFile(file.id) == file)
            let made = try await withWorker(ada) {
                try await ada.offload(BigFile(size: 1, seed: 1)).value
            }
            #expect(try await ada.ownFile(made.id) == made, "what her jobs store is hers")
            for other in [ada.acting(as: "bob"), database.model()] {
                await #expect(throws: ModelError.self) { try await other.ownFile(file.id) }
            }
            let nobodys = try await database.model().storeUpload(name: "a", mimeType: nil) { _ in }
            await #expect(throws: ModelError.self) { try await database.model().ownFile(nobodys.id) }
        }
    }

    @Test(arguments: [
        ("text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ("text/html\r\nX: y", "application/octet-stream"),
        ("", "application/octet-stream"), ("csv", "application/octet-stream"),
        ("text/" + String(repeating: "x", count: 300), "application/octet-stream"),
    ])
    func whatIsNoMIMETypeIsNotStored(given: String, kept: String) async throws {
        try await withDatabase { database in
            let file = try await database.model().storeUpload(name: "a", mimeType: given) { _ in }
            #expect(file.mimeType == kept)
        }
    }
}
