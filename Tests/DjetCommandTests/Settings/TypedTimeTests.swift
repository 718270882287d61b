import ArgumentParser
import Foundation
import Testing

@testable import DjetCommand

@Suite struct TypedTimeTests {
    private static let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    @Test(arguments: [
        ("2026-11-21T20:15:00Z", "2026-11-21 20:15:00+00:00"),
        ("2026-11-21 20:15", "2026-11-21 19:15:00+00:00"),
        ("2026-07-01T20:15:30", "2026-07-01 18:15:30+00:00"), ("2026-07-01", "2026-06-30 22:00:00+00:00"),
        ("2026-11-21 20:15+05:30", "2026-11-21 14:45:00+00:00"),
        ("2026-11-21t20:15z", "2026-11-21 20:15:00+00:00"),
        ("2026-11-21 20:15:00-08:00", "2026-11-22 04:15:00+00:00"),
        // A repeated hour means the first one.
        ("2026-10-25 02:30", "2026-10-25 00:30:00+00:00"), ("2026-03-29 03:00", "2026-03-29 01:00:00+00:00"),
        ("2026-03-29 02:30Z", "2026-03-29 02:30:00+00:00"),
    ])
    func aTimeWithoutAZoneIsTheTerminals(typed: String, meant: String) throws {
        #expect(try Date.typed(typed, in: Self.berlin).text(in: .gmt) == meant)
    }

    @Test(arguments: [
        "soon", "", "2026-13-01", "2026-11-21 8pm", "20:15", "2026-11-21 20:15 CET", "2026-11-21T",
    ])
    func whatIsNoTimeIsRefused(typed: String) {
        #expect(throws: ValidationError.self) { try Date.typed(typed, in: Self.berlin) }
    }

    @Test(arguments: ["2026-03-29 02:00", "2026-03-29 02:30", "2026-03-29T02:59:59"])
    func aTimeThatTheClocksSkipIsRefused(typed: String) {
        let error = #expect(throws: ValidationError.self) { try Date.typed(typed, in: Self.berlin) }
        #expect(error?.message.contains("does not exist in the time zone Europe/Berlin") == true)
    }

    @Test func aDayMayBeginBehindAGap() throws {
        let brazil = try #require(TimeZone(identifier: "America/Sao_Paulo"))
        #expect(try Date.typed("2017-10-15", in: brazil).text(in: brazil) == "2017-10-15 01:00:00-02:00")
    }

    @Test func aZoneThatNobodyKnowsIsRefusedWhereItIsNeeded() throws {
        let unknown = TimeZone.named(by: "Nowhere/Bogus")
        #expect(unknown == nil)
        let error = #expect(throws: ValidationError.self) {
            try Date.typed("2027-03-14 12:30", in: unknown)
        }
        #expect(error?.message.contains("the variable TZ names none that is known") == true)
        let time = try Date.typed("2027-03-14 12:30+01:00", in: unknown)
        #expect(time.text(in: .gmt) == "2027-03-14 11:30:00+00:00")
        #expect(TimeZone.named(by: ":Europe/Berlin") == Self.berlin)
        for usual in [nil, "", ":/etc/localtime"] { #expect(TimeZone.named(by: usual) == TimeZone.current) }
    }

    @Test(arguments: ["10000-01-01", "99999-01-01T00:00:00Z", "1969-12-31", "0044-03-15"])
    func aFarTimeIsRefusedInWords(typed: String) {
        let error = #expect(throws: ValidationError.self) { try Date.typed(typed, in: .gmt) }
        #expect(error?.message.contains("is out of range") == true)
    }

    @Test func aFarTimeIsShownAsItIs() {
        let last = Date(timeIntervalSince1970: 9_224_318_015_999)
        for zone in [TimeZone.gmt, Self.berlin] {
            #expect(last.text(in: zone) == "294276-12-31 23:59:59+00:00")
        }
        #expect(Date(timeIntervalSince1970: .infinity).text(in: Self.berlin) == "infinity")
    }

    @Test func aTimeIsShownWithItsZoneAndCanBeTypedAgain() throws {
        let summer = try Date.typed("2026-07-01 20:15", in: Self.berlin)
        #expect(summer.text(in: Self.berlin) == "2026-07-01 20:15:00+02:00")
        #expect(try Date.typed(summer.text(in: Self.berlin), in: .gmt) == summer)
        let newYork = TimeZone(identifier: "America/St_Johns") ?? .gmt
        #expect(summer.text(in: newYork) == "2026-07-01 15:45:00-02:30")
    }
}
