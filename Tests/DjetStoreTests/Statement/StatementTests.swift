import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

@Suite struct StatementTests {
    @Test(arguments: [
        "plain", "", "o'clock", "'; drop table t; --", "$1", "\\", "\"quoted\"", "snow ☃ and 🧊", "a\nb\tc",
        String(repeating: "long ", count: 400_000),
    ])
    func aTextComesBackAsItIs(text: String) async throws {
        try await withDatabase(migrated: false) { database async throws in
            #expect(try await database.store.value("select \(text)::text") == text)
        }
    }

    @Test func aValueNeverBecomesPartOfTheText() {
        let name = "x'; drop table t"
        let statement: Statement = "select \(name), \(7), \(nil as Int?)"
        #expect(statement.text == "select $1, $2, $3")
        #expect(statement.parameters == [.text(name), .text("7"), .null])
    }

    @Test func aZeroByteIsRefusedAndTheConnectionGoesOn() async throws {
        try await withDatabase(migrated: false, connections: 1) { database async throws in
            let error = try await storeError { try await database.store.query("select \("a\0b")::text") }
            #expect(error.code == .unexpectedValue)
            #expect(error.message.contains("zero byte"))
            let other = try await storeError {
                try await database.store.query("select 1 as \(identifier: "a\0b")")
            }
            #expect(other.message.contains("zero byte"))
            #expect(try await database.store.value("select 1") == 1)
        }
    }

    @Test func moreValuesThanTheProtocolCountsAreRefused() async throws {
        try await withDatabase(migrated: false, connections: 1) { database async throws in
            let values = Array(repeating: Parameter.text("1"), count: 65_536)
            let error = try await storeError {
                try await database.store.query(Statement(text: "select 1", parameters: values))
            }
            #expect(error.message.contains("65535 values"))
            #expect(try await database.store.value("select 1") == 1)
        }
    }

    @Test func identifiersAreQuoted() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let name = #"Odd "name"; drop"#
            try await database.store.query("create table \(identifier: name) (\(identifier: "a b") integer)")
            try await database.store.query("insert into \(identifier: name) values (1)")
            let rows = try await database.store.query("select * from \(identifier: name)")
            #expect(rows.columnNames == ["a b"])
            #expect(rows.count == 1)
        }
    }

    @Test func nothingIsNull() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let none: String? = nil
            #expect(try await database.store.value("select \(none)::text is null") == true)
            #expect(try await database.store.value("select \(none)::text", as: String?.self) == nil)
        }
    }
}
