import Foundation
import Testing

@testable import DjetEngine

@Suite struct SheetCutterTests {
    private static let columns: [LetterTable.Column] = [
        .init("Line", .line), .init("Product", .code), .init("Description", .words), .init("Amount", .money),
    ]

    /// Returns a letter's sheets.
    private func sheets(
        _ descriptions: [String], amount: Decimal? = nil, text: String = "", head: Double = 120
    ) -> [Letter.Sheet] {
        let rows = descriptions.enumerated().map { place, description in
            LetterTable.Row(
                texts: ["\(place + 1)", "P-\(place + 1)", description, amount.map { "\($0)" } ?? ""],
                amount: amount)
        }
        let table = LetterTable(in: .english, Self.columns, rows: rows)
        return SheetCutter(table: table, text: text, head: head, tail: 40).sheets
    }

    @Test(arguments: [1, 2, 20, 60, 500])
    func whatIsCarriedAndWhatFollowsIsTheTotal(count: Int) throws {
        let amount = try #require(Decimal(string: "1234567.89"))
        let sheets = sheets(
            (1...count).map { String(repeating: "Mug ", count: $0 % 40) }, amount: amount)
        #expect(sheets.flatMap(\.rows).map(\.cells[0].text) == (1...count).map { "\($0)" })
        #expect(
            sheets.map(\.number) == Array(1...sheets.count) && sheets.allSatisfy { $0.count == sheets.count })
        #expect(sheets.filter(\.isFirst).count == 1 && sheets.filter(\.isLast).count == 1)
        var total: Decimal = 0
        for sheet in sheets {
            #expect(sheet.broughtForward == (total == 0 ? "" : Written.money("\(total)")))
            total += amount * Decimal(sheet.rows.count)
            #expect(sheet.carriedForward == (sheet.isLast ? "" : Written.money("\(total)")))
        }
        #expect(total == amount * Decimal(count))
    }

    @Test func theSumsHaveARowAboveThem() {
        for count in 1...80 {
            let sheets = sheets(Array(repeating: "Mug", count: count), amount: 1)
            #expect(sheets.last?.rows.isEmpty == false, "\(count) lines")
        }
    }

    @Test func aRowHigherThanASheetBecomesSeveralAndKeepsItsText() {
        let long = (1...1000).map { "word\($0)" }.joined(separator: " ")
        let unbroken = String(repeating: "W", count: 2000)
        let sheets = sheets([long, "Mug", unbroken], amount: 5)
        #expect(sheets.count > 3)
        let rows = sheets.flatMap(\.rows)
        #expect(rows.map(\.cells[1].text).filter { !$0.isEmpty } == ["P-1", "P-2", "P-3"])
        let parts = rows.map(\.cells[2].text)
        #expect(parts.prefix { $0 != "Mug" }.joined(separator: " ") == long)
        #expect(parts.drop { $0 != "Mug" }.dropFirst().joined() == unbroken)
        #expect(sheets.last?.broughtForward == "15.00")
    }

    @Test func aLongTextGoesOnBelowTheNextHead() {
        let text = Array(repeating: "Please pay.", count: 600).joined(separator: " ")
        let sheets = sheets(["Mug"], amount: 5, text: text)
        #expect(sheets.count > 1 && sheets[0].rows.isEmpty && sheets[0].carriedForward.isEmpty)
        #expect(sheets.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") == text)
    }

    @Test func nothingIsCarriedWithoutAmounts() {
        let sheets = sheets(Array(repeating: "Mug", count: 100))
        #expect(sheets.count > 2)
        #expect(sheets.allSatisfy { $0.broughtForward.isEmpty && $0.carriedForward.isEmpty })
    }

    @Test func anEmptyLetterIsOneSheet() {
        #expect(sheets([]).count == 1)
        #expect(sheets([], head: 400).count == 1)
    }

    @Test func theStyleSheetHasTheWidthsOfTheColumns() throws {
        let style = try #require(EmbeddedWeb.files.first { $0.path == "assets/documents.css" }).text
        for kind in LetterTable.Column.Kind.allCases {
            guard let width = kind.width else { continue }
            #expect(style.contains(".letter .\(kind.rawValue) { width: \(Int(width))mm; }"))
        }
    }
}
