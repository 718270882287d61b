import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

@Suite struct RowTests {
    enum State: String, Codable { case open, shipped }
    struct Ticket: Codable, Equatable { var number: Int }
    struct Key: Codable, Equatable {
        var text: String
        init(from decoder: any Decoder) throws {
            text = try decoder.singleValueContainer().decode(String.self)
        }
        init(_ text: String) { self.text = text }
    }
    struct Line: Codable, Equatable {
        var price: Decimal
        var at: Date
        var count: Int?
    }
    struct Order: Codable, Equatable {
        var orderNumber: Int
        var customer: String?
        var state: State
        var total: Decimal
        var lines: [Line]
        var tags: [String]
        var ticket: Ticket?
        var missing: Int?
        var key: Key
    }

    @Test func aRowBecomesAValue() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let order = try await database.store.first(
                """
                select 7 as order_number, null::text as customer, 'shipped' as state, 10.05::numeric as total,
                  '[{"price": 0.1, "at": "2026-11-21T20:15:00.000250Z"}]'::jsonb as lines,
                  array['a b', 'c'] as tags, null::jsonb as ticket, 'slow.42' as key
                """, as: Order.self)
            let line = Line(
                price: try #require(Decimal(string: "0.1")),
                at: Date(timeIntervalSince1970: 1_795_292_100.000_25))
            #expect(
                order
                    == Order(
                        orderNumber: 7, customer: nil, state: .shipped,
                        total: try #require(Decimal(string: "10.05")), lines: [line], tags: ["a b", "c"],
                        ticket: nil, missing: nil, key: Key("slow.42")))
        }
    }

    @Test func scalarsAndListsOfThemAreReadFromTheFirstColumn() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let store = database.store
            #expect(try await store.rows("select n from generate_series(1, 3) n", as: Int.self) == [1, 2, 3])
            #expect(try await store.rows("values ('a'), (null)", as: String?.self) == ["a", nil])
            #expect(
                try await store.rows("values ('open'), ('shipped')", as: State.self) == [.open, .shipped])
            #expect(try await store.first("select 1 where false", as: Int.self) == nil)
        }
    }

    @Test func aMissingColumnIsNamed() async throws {
        struct Person: Codable { var lastName: String }
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError {
                _ = try await database.store.first("select 'Ada' as first_name", as: Person.self)
            }
            #expect(error.code == .unexpectedValue)
            #expect(error.message.contains("lastName is missing"))
            let other = try await storeError {
                let row = try #require(try await database.store.query("select 1 as one").first)
                let _: Int = try row.value("two")
            }
            #expect(other.message == "there is no column two, only one")
        }
    }

    @Test(arguments: [
        ("select 'x' as n", "column n holds “x”, where the program expects Int"),
        ("select null::int as n", "column n holds null, where the program expects Int"),
        ("select 9223372036854775808 as n", "column n holds “9223372036854775808”"),
    ])
    func aValueOfTheWrongTypeIsNamed(text: String, message: String) async throws {
        struct Value: Codable { var n: Int }
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError {
                _ = try await database.store.first(Statement(text: text), as: Value.self)
            }
            #expect(error.code == .unexpectedValue)
            #expect(error.message.hasPrefix(message))
        }
    }

    @Test func wrongJSONAndWrongCasesNameTheColumn() async throws {
        struct Value: Codable { var line: Line }
        struct Case: Codable { var state: State }
        try await withDatabase(migrated: false) { database async throws in
            let json = try await storeError {
                _ = try await database.store.first(#"select '{"price": 1}'::jsonb as line"#, as: Value.self)
            }
            #expect(json.message.contains("column line") && json.message.contains("at is missing"))
            let state = try await storeError {
                _ = try await database.store.first("select 'lost' as state", as: Case.self)
            }
            #expect(state.message.contains("state") && state.message.contains("lost"))
            let text = try await storeError {
                _ = try await database.store.first("select 'x' as line", as: Value.self)
            }
            #expect(text.message.contains("column line"))
        }
    }

    @Test func changesAreCounted() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.query("create table t (n int)")
            let rows = try await database.store.query("insert into t select generate_series(1, 5)")
            #expect(rows.changedCount == 5)
            #expect(rows.isEmpty)
            #expect(try await database.store.query("delete from t where n > 3").changedCount == 2)
        }
    }
}
