import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

@Suite struct ParameterTests {
    @Test func arraysKeepWhateverTheirElementsHold() async throws {
        let texts: [String?] = [
            "", "a,b", #"q"uote"#, #"back\slash"#, "NULL", nil, "{x}", " padded ", "☃", "'",
        ]
        try await withDatabase(migrated: false) { database async throws in
            #expect(try await database.store.value("select \(texts)::text[]") == texts)
            #expect(try await database.store.value("select (\(texts)::text[])[4]") == #"back\slash"#)
            #expect(try await database.store.value("select array_length(\(texts)::text[], 1)") == texts.count)
            #expect(try await database.store.value("select (\(texts)::text[])[6] is null") == true)
        }
    }

    @Test func arraysOfManyTypes() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let store = database.store
            #expect(try await store.value("select \([1, 2, 3])::bigint[]") == [1, 2, 3])
            #expect(try await store.value("select \([] as [Int])::bigint[]") == [Int]())
            #expect(try await store.value("select \([true, false])::boolean[]") == [true, false])
            let ids = [UUID(), UUID()]
            #expect(try await store.value("select \(ids)::uuid[]") == ids)
            let amounts = try [#require(Decimal(string: "0.10")), #require(Decimal(string: "-3.333"))]
            #expect(try await store.value("select \(amounts)::numeric[]") == amounts)
            let dates = [Date(timeIntervalSince1970: 1.5), Date(timeIntervalSince1970: -1.25)]
            #expect(try await store.value("select \(dates)::timestamptz[]") == dates)
            let blobs: [[UInt8]] = [[0, 255], []]
            #expect(try await store.value("select \(blobs)::bytea[]") == blobs)
        }
    }

    @Test func aListOfListsIsNotTakenForAList() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError {
                let _: [String] = try await database.store.value("select '{{a,b},{c,d}}'::text[] as grid")
            }
            #expect(error.code == .unexpectedValue)
            #expect(error.message.contains("grid"))
        }
    }

    @Test func bytesComeBackInEitherFormat() async throws {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        try await withDatabase(migrated: false) { database async throws in
            let statement: Statement = "select \(bytes)::bytea"
            #expect(try await database.store.value(statement) == bytes)
            #expect(try await database.store.value(statement.binary()) == bytes)
            #expect(try await database.store.value("select \([] as [UInt8])::bytea") == [UInt8]())
        }
    }

    @Test(arguments: [
        "0", "0.1", "-0.000000000000000000000000001", "12345678901234567890.123456789012345678",
        "99999999999999999999999999999999999999", "1000000000000000000000",
    ])
    func decimalsAreExact(text: String) async throws {
        let decimal = try #require(Decimal(string: text))
        try await withDatabase(migrated: false) { database async throws in
            #expect(try await database.store.value("select \(decimal)::numeric") == decimal)
            #expect(try await database.store.value("select \(decimal)::numeric = \(text)::numeric") == true)
        }
    }

    @Test func aDecimalThatWouldBeRoundedIsRefused() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError {
                let _: Decimal = try await database.store.value(
                    "select 1234567890123456789012345678901234567890.1 as total")
            }
            #expect(error.message.contains("column total"))
        }
    }

    @Test func datesAreExactToTheMicrosecond() async throws {
        let dates = [0, 0.000_001, -0.000_001, 1_795_262_400.123_456, -62_135_596_800, 253_402_300_799.5].map
        {
            Date(timeIntervalSince1970: $0)
        }
        try await withDatabase(migrated: false) { database async throws in
            for date in dates {
                let back: Date = try await database.store.value("select \(date)::timestamptz")
                #expect(abs(back.timeIntervalSince(date)) < 0.000_000_5 || date.timeIntervalSince1970 > 1e11)
                let micros: Int = try await database.store.value(
                    "select (extract(epoch from \(date)::timestamptz) * 1000000)::bigint")
                #expect(micros == Int((date.timeIntervalSince1970 * 1_000_000).rounded()))
            }
        }
    }

    @Test func datesAreReadInAnyZoneAndStyle() async throws {
        try await withDatabase(migrated: false) { database async throws in
            try await database.store.query("set timezone to 'Asia/Kathmandu'")
            let noon = Date(timeIntervalSince1970: 1_795_262_400)
            #expect(try await database.store.value("select \(noon)::timestamptz") == noon)
            #expect(
                try await database.store.value("select date '2026-11-21'")
                    == Date(timeIntervalSince1970: 1_795_219_200))
        }
    }

    @Test func aRoleWithAnotherDateStyleDoesNotMatter() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let store = Store(
                StoreConfiguration(
                    connectionString: database.connectionString + " options='-c datestyle=sql,dmy'"))
            let noon = Date(timeIntervalSince1970: 1_795_262_400)
            #expect(try await store.value("select \(noon)::timestamptz") == noon)
            await store.close()
        }
    }

    @Test func otherScalarsComeBack() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let store = database.store
            let id = UUID()
            #expect(try await store.value("select \(id)::uuid") == id)
            #expect(try await store.value("select \(true)") == true)
            #expect(try await store.value("select \(Int64.min)::bigint") == Int64.min)
            #expect(try await store.value("select \(Int16.max)::smallint") == Int16.max)
            for double in [0.1, -1e300, Double.infinity, .leastNonzeroMagnitude] {
                #expect(try await store.value("select \(double)::double precision") == double)
            }
        }
    }

    @Test func durationsAreIntervals() async throws {
        try await withDatabase(migrated: false) { database async throws in
            for (duration, micros) in [
                (Duration.milliseconds(1500), 1_500_000), (.microseconds(-1), -1),
                (.seconds(86_400), 86_400_000_000),
            ] {
                let back: Int = try await database.store.value(
                    "select (extract(epoch from \(duration)::interval) * 1000000)::bigint")
                #expect(back == micros)
            }
        }
    }

    @Test func jsonGoesInAsJSON() async throws {
        struct Line: Codable, Equatable {
            var note: String
            var price: Decimal
            var at: Date
        }
        let line = Line(
            note: #"it's "9" \ ☃"#, price: try #require(Decimal(string: "1234567890.12345678901")),
            at: Date(timeIntervalSince1970: 1_795_262_400.25))
        try await withDatabase(migrated: false) { database async throws in
            let json = try JSONParameter(line)
            let note: String = try await database.store.value("select \(json)::jsonb ->> 'note'")
            #expect(note == line.note)
            struct Row: Codable { var line: Line }
            let row = try await database.store.first("select \(json)::jsonb as line", as: Row.self)
            #expect(row?.line == line)
        }
    }
}
