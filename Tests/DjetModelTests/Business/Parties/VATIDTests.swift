import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// VAT ids as they are published by tax offices and firms.
@Suite struct VATIDTests {
    static let valid = [
        "ATU13585627", "BE0403019261", "BG175074752", "CHE100155212", "CY10259033P",
        "CZ25123891", "DE136695976", "DK13585628", "EE100931558", "EL094259216",
        "ESB58378431", "FI20774740", "FR40303265045", "GB980780684", "HR33392005961",
        "HU12892312", "IE6433435F", "IT00743110157", "LT119511515", "LU15027442",
        "LV40003521600", "MT11679112", "NL004495445B01", "NO995525828MVA", "PL8567346215",
        "PT501964843", "RO14399840", "SE123456789701", "SI50223054", "SK2022749619",
        "XI147719876",
    ]

    @Test func eachCountrysAreTakenAndAWrongDigitIsNot() async throws {
        try await withDatabase(business: true) { database in
            for id in Self.valid {
                let refusal = try await database.store.first(
                    "select coalesce(sales.vat_refusal(\(id)), 'none')", as: String.self)
                #expect(refusal == "none", "\(id)")
                let digits = id.indices.filter { id[$0].isNumber }
                let place = try #require(digits.dropLast(2).last)
                var wrong = id
                wrong.replaceSubrange(place...place, with: id[place] == "9" ? "8" : "9")
                let reason = try await database.store.first(
                    "select coalesce(sales.vat_refusal(\(wrong)), 'none')", as: String.self)
                #expect(reason != "none", "\(wrong)")
            }
        }
    }

    @Test(arguments: [
        ("de 136.695.976", "DE136695976"), ("GR094259216", "EL094259216"), ("EL 94259216", "EL094259216"),
        ("BE 403.019.261", "BE0403019261"), ("CHE-100.155.212 MWST", "CHE100155212"),
        ("US123456", "US123456"),
    ])
    func theFormInWhichItIsTypedDoesNotMatter(typed: String, kept: String) async throws {
        try await withDatabase(business: true) { database in
            var customer = SetCustomer(code: "A")
            customer.vatId = typed
            let changed = try await database.model().call(customer)
            #expect(changed.vatId == kept)
        }
    }

    @Test(arguments: [
        "DE", "136695976", "ZZ123", "GB12345", "EU372000063", "DK1358562\u{200B}", "FR*0303265045",
    ])
    func whatIsNoneIsRefused(text: String) async throws {
        try await withDatabase(business: true) { database in
            var customer = SetCustomer(code: "A")
            customer.vatId = text
            let error = await #expect(throws: ModelError.self) { try await database.model().call(customer) }
            #expect(error?.message.hasPrefix("vatId: ") == true)
        }
    }
}
