import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// SQL refuses the characters that Swift removes from a text, or writes in another way.
@Suite struct UnseenCharactersTests {
    @Test(arguments: [("sales.is_plain", PlainText.Use.code), ("sales.is_prose", PlainText.Use.prose)])
    func theListsInSQLAreThoseOfSwift(function: String, use: PlainText.Use) async throws {
        try await withDatabase(business: true) { database in
            let statement = """
                select s.value::bigint
                from (
                  select generate_series(1, 55295)
                  union all
                  select generate_series(57344, 1114111)
                ) s (value)
                where not \(function)('-' || chr(s.value) || '-')
                order by 1
                """
            let refused = try await database.store.rows(Statement(text: statement), as: Int.self)
            let scalars = (UInt32(1)...0x10FFFF).compactMap { Unicode.Scalar($0) }
            // Longer texts are not brought into the normal form.
            let unkept = stride(from: 0, to: scalars.count, by: 512).flatMap {
                changed(scalars[$0..<min($0 + 512, scalars.count)], use)
            }
            #expect(refused == unkept)
        }
    }

    @Test func aNumberOfSignsAloneIsRefusedInSQLAsInSwift() async throws {
        try await withDatabase(business: true) { database in
            let refused = try await database.store.rows(
                """
                select s.value::bigint
                from (
                  select generate_series(1, 55295)
                  union all
                  select generate_series(57344, 65535)
                ) s (value)
                where sales.order_refusal(repeat(chr(s.value), 2), 'order', null)
                  = 'the order number has neither a letter nor a digit'
                order by 1
                """, as: Int.self)
            let known = refused.compactMap { Unicode.Scalar(UInt32($0)) }.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
            #expect(known.isEmpty && refused.count > 1_000)
            #expect(
                ["?", "\u{2013}", "\u{2014}", "\u{2026}"].allSatisfy { (sign: Unicode.Scalar) in
                    refused.contains(Int(sign.value))
                })
        }
    }

    @Test func aDescriptionKeepsWhatChoosesAFormAndACodeDoesNot() async throws {
        try await withDatabase(business: true) { database in
            func refusal(code: String, description: String) async throws -> String? {
                try await database.store.first(
                    """
                    select coalesce(
                      sales.order_refusal('1', 'order', array[(1, \(code), \(description), 1, 1, null, null)::sales.placed_line]), '')
                    """, as: String.self)
            }
            #expect(try await refusal(code: "A", description: "\u{2764}\u{FE0F}") == "")
            let refused = try await refusal(code: "A\u{FE0F}", description: "x")
            #expect(refused?.hasPrefix("line 1: the product code has") == true)
        }
    }

    /// Returns the characters that do not survive within a text: it checks all together, then the halves.
    private func changed(_ scalars: ArraySlice<Unicode.Scalar>, _ use: PlainText.Use) -> [Int] {
        // No mark makes another character of a hyphen.
        var view = "-".unicodeScalars
        view.append(contentsOf: scalars)
        view.append("-")
        let text = String(view)
        if let meant = try? PlainText.of(text, use), meant.utf8.elementsEqual(text.utf8) { return [] }
        guard scalars.count > 1 else { return scalars.map { Int($0.value) } }
        let middle = scalars.startIndex + scalars.count / 2
        return changed(scalars[..<middle], use) + changed(scalars[middle...], use)
    }
}
