import Foundation
import Testing

@testable import DjetModel

/// IMPORT.md has the columns that files of rows may have.
@Suite struct ImportColumnsTests {
    private static let shapes = [
        ImportCustomers.shape, ImportProducts.shape, ImportPrices.shape, .categories, .orders, .orderLines,
    ]

    private static let document = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "IMPORT.md")

    @Test func allNamesOfColumnsAreTold() throws {
        let lines = Set(
            try String(contentsOf: Self.document, encoding: .utf8).split(separator: "\n").map { line in
                line.split(separator: "|").prefix(2).joined(separator: "|")
            })
        for shape in Self.shapes {
            for column in shape.columns {
                let row = " `\(column.field)` | \(column.spellings.joined(separator: ", ")) "
                #expect(lines.contains(row), "\(shape.kind): \(row)")
            }
        }
    }
}
