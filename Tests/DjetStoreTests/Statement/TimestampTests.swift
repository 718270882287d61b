import DjetJSON
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2026-11-21 20:15:00.00025+00", "2026-11-21T20:15:00.000250Z"),
        ("2026-11-21T20:15:00+02:00", "2026-11-21T18:15:00.000000Z"),
        ("2026-11-21T20:15:00-03:30:30", "2026-11-21T23:45:30.000000Z"),
        ("2026-11-21", "2026-11-21T00:00:00.000000Z"),
        ("1969-12-31T24:00:00Z", "1970-01-01T00:00:00.000000Z"),
        ("0001-01-01", "0001-01-01T00:00:00.000000Z"),
        ("0044-03-15 00:53:28+00:53:28 BC", "0044-03-15T00:00:00.000000Z BC"),
        ("0001-12-30 BC", "0001-12-30T00:00:00.000000Z BC"),
        ("294276-12-31 23:59:59.75+00", "294276-12-31T23:59:59.750000Z"),
        ("294276-12-31 23:59:59.999999+00", "294276-12-31T23:59:59.998047Z"),
    ])
    func whatIsATimeIsRead(text: String, same: String) throws {
        let date = try #require(Timestamp.date(from: text))
        #expect(Timestamp.text(of: date) == same)
    }

    @Test(arguments: [
        "9223372036854775807-01-01", "2026-9223372036854775807-01", "2026-01-9223372036854775807",
        "2026-01-01T9223372036854775807:00:00Z", "2026-01-01T00:9223372036854775807:00Z",
        "2026-01-01T00:00:9223372036854775807Z", "2026-01-01T00:00:00+9223372036854775807",
        "2026-01-01T00:00:00-00:9223372036854775807", "99999999999999999999-01-01",
        "2026-02-29", "2026-02-30T10:00:00Z", "2026-04-31", "1900-02-29", "0002-02-29 BC",
        "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-01-01T25:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z",
        "2026-01-01T00:00:00+60", "2026-01-01T00:00:00+-1", "2026-01-01T00:00:00+", "", "infinity",
    ])
    func whatIsNoTimeIsNone(text: String) {
        #expect(Timestamp.date(from: text) == nil)
    }

    @Test(arguments: [
        "4714-11-24 00:00:00+00 BC", "0044-03-15 12:00:00+00 BC", "0001-01-01 00:00:00+00",
        "294276-12-31 23:59:59+00", "infinity", "-infinity",
    ])
    func everyTimeOfTheServerIsReadAndWritten(text: String) async throws {
        try await withDatabase(migrated: false) { database in
            let connection = database.store
            let date = try #require(try await connection.first("select \(text)::timestamptz", as: Date.self))
            let isSame = try await connection.first(
                "select \(date)::timestamptz = \(text)::timestamptz", as: Bool.self)
            #expect(isSame == true, "\(Timestamp.text(of: date))")
        }
    }

    @Test func farTimesOfFoundationAreWritten() async throws {
        try await withDatabase(migrated: false) { database in
            let connection = database.store
            for date in [Date.distantPast, Date.distantFuture] {
                let same = try await connection.first("select \(date)::timestamptz", as: Date.self)
                #expect(same == date)
            }
            for (date, word) in [
                (Date(timeIntervalSince1970: -1e15), "-infinity"),
                (Date(timeIntervalSince1970: 1e15), "infinity"),
            ] {
                #expect(Timestamp.text(of: date) == word)
            }
        }
    }
}
