import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// An unfinished file belongs to its maker.
@Suite struct FileMakerTests {
    @Test func nobodyElseAddsToAFileFinishesOrRemovesIt() async throws {
        try await withDatabase { database in
            let queue = database.model().queue
            let begin = queue.beginFile(name: "a.txt", mimeType: "text/plain", owner: "ada")
            let file = try #require(try await database.store.first(begin, as: Int64.self))
            for role in ["djet_offload", "djet_work"] {
                try await database.signedIn(as: role) { other in
                    for statement in [
                        queue.addChunk(0, [1], to: file), queue.finishFile(file), queue.dropFile(file),
                    ] {
                        let error = await #expect(throws: StoreError.self, "\(statement.text)") {
                            try await other.store.query(statement)
                        }
                        #expect(error?.sqlState?.rawValue == "DJ403")
                    }
                }
            }
            try await database.store.query(queue.addChunk(0, [1, 2], to: file))
            #expect(try await database.store.first(queue.finishFile(file), as: Int.self) == 2)
        }
    }

    @Test func aFinishedFileIsRemovedByItsMakerAndByWorkers() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_work") { workshop in
                try await database.signedIn(as: "djet_offload") { shop in
                    let own = try await Self.file(of: workshop)
                    await #expect(throws: StoreError.self) {
                        try await shop.store.query(shop.model().queue.dropFile(own.id))
                    }
                    let sent = try await Self.file(of: shop)
                    try await workshop.store.query(workshop.model().queue.dropFile(sent.id))
                    let kept = try await Self.file(of: shop)
                    try await shop.store.query(shop.model().queue.dropFile(kept.id))
                    let left = try await database.store.rows("select id from jobmachine.file", as: Int64.self)
                    #expect(left == [own.id])
                }
            }
        }
    }

    @Test func aFileThatIsNobodysIsAnybodysUntilItIsFinished() async throws {
        try await withDatabase { database in
            let queue = database.model().queue
            try await database.signedIn(as: "djet_offload") { shop in
                for isComplete in [false, true] {
                    let file = try #require(
                        try await database.store.first(
                            """
                            insert into jobmachine.file (name, mime_type, is_complete)
                            values ('old', 'text/plain', \(isComplete)) returning id
                            """, as: Int64.self))
                    if isComplete {
                        let error = await #expect(throws: StoreError.self) {
                            try await shop.store.query(queue.dropFile(file))
                        }
                        #expect(error?.sqlState?.rawValue == "DJ403")
                    } else {
                        try await shop.store.query(queue.dropFile(file))
                    }
                }
            }
        }
    }

    @Test func aFileThatIsFinishedOrGoneIsSaidNotToBeThere() async throws {
        try await withDatabase { database in
            let queue = database.model().queue
            let file = try await Self.file(of: database)
            for id in [file.id, 4_711] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(queue.addChunk(1, [1], to: id))
                }
                #expect(error?.sqlState?.rawValue == "DJ404")
                #expect(error?.message == "there is no unfinished file \(id)")
            }
        }
    }

    @Test func anEmptyFileTakesRoomToo() async throws {
        try await withDatabase { database in
            let queue = database.model().queue
            for _ in 0..<2 {
                try await database.store.query(
                    queue.beginFile(name: "a", mimeType: "text/plain", owner: "ada"))
            }
            #expect(try await database.model().storedBytes(of: "ada") == 8_192)
        }
    }

    private static func file(of database: TestDatabase) async throws -> File {
        try await database.model().storeUpload(name: "a.txt", mimeType: "text/plain") { upload in
            try await upload.write(Array("abc".utf8))
        }
    }
}
