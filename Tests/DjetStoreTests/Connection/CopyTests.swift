import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct CopyTests {
    struct Trouble: Error {}

    @Test func rowsGoInAndComeOut() async throws {
        try await withTable { connection async throws in
            let chunks = ["1\n2", "\n3\n", "", "4\n"].map { Array($0.utf8) }
            #expect(try await connection.copyIn("copy t from stdin", from: chunks.async) == 4)
            #expect(try await connection.copyIn("copy t from stdin", bytes: Array("5\n6\n".utf8)) == 2)
            #expect(try await connection.copyIn("copy t from stdin", bytes: []) == 0)
            var bytes: [UInt8] = []
            for try await chunk in connection.copyOut("copy t to stdout") { bytes += chunk }
            #expect(String(decoding: bytes, as: UTF8.self) == "1\n2\n3\n4\n5\n6\n")
        }
    }

    @Test(.disabled(if: isSanitized)) func aGigabyteTakesNoMemory() async throws {
        try await withTable { connection async throws in
            let before = try residentMemory()
            var count = 0
            var most = 0
            let rows: Statement = "copy (select repeat('x', 999) from generate_series(1, 1000000)) to stdout"
            for try await chunk in connection.copyOut(rows) {
                count += chunk.count
                most = max(most, try residentMemory())
            }
            #expect(count == 1_000_000_000)
            // Other tests run at the same time, and were seen to take 200 MB meanwhile.
            #expect(most - before < 500_000_000)
        }
    }

    @Test func aSequenceThatThrowsStoresNothing() async throws {
        try await withTable { connection async throws in
            let chunks = AsyncThrowingStream<[UInt8], any Error> { stream in
                stream.yield(Array("1\n".utf8))
                stream.finish(throwing: Trouble())
            }
            await #expect(throws: Trouble.self) {
                try await connection.copyIn("copy t from stdin", from: chunks)
            }
            try await expectUsable(connection)
        }
    }

    @Test func aBadRowAmongMegabytesIsAnErrorAndNoHang() async throws {
        try await withTable { connection async throws in
            let good = Array(String(repeating: "123456\n", count: 5_000).utf8)
            let chunks = (0..<200).map { $0 == 120 ? Array("bad\n".utf8) : good }
            let error = try await storeError {
                try await connection.copyIn("copy t from stdin", from: chunks.async)
            }
            #expect(error.sqlState?.rawValue == "22P02")
            let atOnce = try await storeError {
                try await connection.copyIn("copy t from stdin", bytes: Array(chunks.joined()))
            }
            #expect(atOnce.sqlState?.rawValue == "22P02")
            try await expectUsable(connection)
        }
    }

    @Test func aSequenceThatIsGivenUpLeavesTheConnectionUsable() async throws {
        try await withTable { connection async throws in
            for _ in 1...5 {
                for try await _ in connection.copyOut("copy (select generate_series(1, 10000000)) to stdout")
                {
                    break
                }
                try await expectUsable(connection)
            }
        }
    }

    @Test func aConnectionThatDrainsIsKeptByThePool() async throws {
        try await withDatabase(migrated: false, connections: 1) { database async throws in
            let first = try await database.store.withConnection { connection async throws in
                for try await _ in connection.copyOut("copy (select generate_series(1, 10000000)) to stdout")
                {
                    break
                }
                return connection.processID
            }
            #expect(try await database.store.value("select pg_backend_pid()") == first)
        }
    }

    @Test func aCancelledCopyOutEnds() async throws {
        try await withTable { connection async throws in
            let (signal, began) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                for try await _ in connection.copyOut(
                    "copy (select generate_series(1, 1000000000)) to stdout")
                {
                    began.yield()
                }
            }
            for await _ in signal { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            try await expectUsable(connection)
        }
    }

    @Test func aCancelledCopyInStoresNothingThoughItsSequenceJustEnds() async throws {
        try await withTable { connection async throws in
            let (chunks, feed) = AsyncStream.makeStream(of: [UInt8].self)
            let (signal, taken) = AsyncStream.makeStream(of: Void.self)
            feed.yield(Array("1\n".utf8))
            let task = Task {
                let told = chunks.map { chunk in
                    taken.yield()
                    return chunk
                }
                return try await connection.copyIn("copy t from stdin", from: told)
            }
            for await _ in signal { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
            try await expectUsable(connection)
        }
    }

    @Test func aCancelledTurnIsGivenUp() async throws {
        try await withTable { connection async throws in
            let (chunks, feed) = AsyncStream.makeStream(of: [UInt8].self)
            let first = Task { try await connection.copyIn("copy t from stdin", from: chunks) }
            try await until {
                connection.wire.withLock { if case .copy = $0.mode { true } else { false } }
            }
            let second = Task { try await connection.copyIn("copy t from stdin", bytes: Array("2\n".utf8)) }
            let third = Task { try await connection.query("insert into t values (3)") }
            try await until { connection.wire.withLock { $0.line.count } == 2 }
            second.cancel()
            third.cancel()
            await #expect(throws: CancellationError.self) { try await second.value }
            await #expect(throws: CancellationError.self) { try await third.value }
            feed.yield(Array("1\n".utf8))
            feed.finish()
            #expect(try await first.value == 1)
            #expect(try await connection.rows("select n from t", as: Int.self) == [1])
        }
    }

    @Test func othersWaitTheirTurn() async throws {
        try await withTable { connection async throws in
            let (chunks, feed) = AsyncStream.makeStream(of: [UInt8].self)
            let copy = Task { try await connection.copyIn("copy t from stdin", from: chunks) }
            try await until {
                connection.wire.withLock { if case .copy = $0.mode { true } else { false } }
            }
            let count = Task { try await connection.value("select count(*) from t", as: Int.self) }
            try await until { connection.wire.withLock { $0.line.count } == 1 }
            let again = Task { try await connection.copyIn("copy t from stdin", bytes: Array("3\n".utf8)) }
            try await until { connection.wire.withLock { $0.line.count } == 2 }
            let last = Task { try await connection.value("select count(*) from t", as: Int.self) }
            try await until { connection.wire.withLock { $0.line.count } == 3 }
            feed.yield(Array("1\n2\n".utf8))
            feed.finish()
            #expect(try await copy.value == 2)
            #expect(try await count.value == 2)
            #expect(try await again.value == 1)
            #expect(try await last.value == 3)
        }
    }

    @Test func aCopyWithValuesOrThatIsNoneIsRefused() async throws {
        try await withTable { connection async throws in
            let values = try await storeError {
                try await connection.copyIn("copy t from stdin where n > \(1)", bytes: [])
            }
            #expect(values.message.contains("takes no values"))
            let none = try await storeError { try await connection.copyIn("select 1", bytes: []) }
            #expect(none.message == "this is not a COPY to or from the program: select 1")
            let wrong = try await storeError {
                try await connection.copyIn("copy nowhere from stdin", bytes: [])
            }
            #expect(wrong.sqlState == .undefinedTable)
            try await expectUsable(connection)
        }
    }

    @Test func aCopyTheOtherWayIsRefused() async throws {
        try await withTable { connection async throws in
            let many: Statement = "copy (select generate_series(1, 10000000)) to stdout"
            let out = try await storeError { try await connection.copyIn(many, bytes: [1]) }
            #expect(out.message.contains("the other way"))
            let copyOut = connection.copyOut("copy t from stdin")
            let into = try await storeError { for try await _ in copyOut {} }
            #expect(into.message.contains("the other way"))
            try await expectUsable(connection)
        }
    }

    @Test func scriptsRunAsOne() async throws {
        try await withTable { connection async throws in
            try await connection.run(
                script: "create table a (n int); insert into t values (1), (2); select 1;")
            #expect(try await connection.value("select count(*) from t") == 2)
            try await connection.run(script: "-- nothing but a comment\n")
            let error = try await storeError {
                try await connection.run(script: "delete from t; select 1/0; select 2")
            }
            #expect(error.sqlState?.rawValue == "22012")
            #expect(try await connection.value("select count(*) from t") == 2)
            for copy in ["copy t from stdin", "copy t to stdout"] {
                let refused = try await storeError { try await connection.run(script: "select 1; \(copy)") }
                #expect(refused.message == "a script cannot COPY to or from the program")
            }
            #expect(try await connection.value("select count(*) from t") == 2)
        }
    }

    @Test func aConnectionClosedDuringACopyTellsEverybody() async throws {
        try await withTable { connection async throws in
            let (chunks, feed) = AsyncStream.makeStream(of: [UInt8].self)
            let copy = Task { try await connection.copyIn("copy t from stdin", from: chunks) }
            try await until {
                connection.wire.withLock { if case .copy = $0.mode { true } else { false } }
            }
            let query = Task { try await connection.query("select 1") }
            let other = Task { try await connection.copyIn("copy t from stdin", bytes: []) }
            try await until { connection.wire.withLock { $0.line.count } == 2 }
            connection.close()
            feed.finish()
            #expect(try await storeError { _ = try await query.value }.code == .connectionLost)
            #expect(try await storeError { _ = try await other.value }.code == .connectionLost)
            #expect(try await storeError { _ = try await copy.value }.code == .connectionLost)
        }
    }

    private func withTable(_ body: (Connection) async throws -> Void) async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.withConnection { connection async throws in
                try await connection.query("create table t (n int)")
                try await body(connection)
            }
        }
    }

    private func expectUsable(_ connection: Connection) async throws {
        #expect(try await connection.value("select count(*) from t") == 0)
        #expect(!connection.isInTransaction)
    }
}

extension Array where Element: Sendable {
    fileprivate var async: AsyncStream<Element> {
        AsyncStream { stream in
            for element in self { stream.yield(element) }
            stream.finish()
        }
    }
}
