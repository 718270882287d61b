import DjetStore
import DjetTestSupport
import Testing

/// Days and texts that the functions of the business refuse in words: no page could show the rows.
@Suite struct RefusedDayTests {
    @Test(
        .endsWithTheSuite,
        arguments: [
            ("sales.place_order('o', 'c', 'DE', 'infinity', '[]')", "orderedOn: is not a day"),
            ("sales.place_order('o', 'c', 'DE', '4713-01-01 BC', '[]')", "orderedOn: is not a day"),
            (
                #"sales.set_price_list('{"code": "l", "currency": "EUR", "validFrom": "-infinity"}')"#,
                "validFrom: is not a day"
            ),
            (
                #"sales.set_price_list('{"code": "l", "currency": "EUR", "validTo": "infinity"}')"#,
                "validTo: is not a day"
            ),
            ("accounting.set_tax_rate('DE', 'standard', 'infinity', 0.2)", "from: is not a day"),
            ("accounting.record_payment('10000-01-01', 1, 'c')", "day: is not a day"),
            ("accounting.post_entry('-infinity', 'a', '[]')", "day: is not a day"),
            (
                "accounting.post_entry('2026-01-01', 'a', jsonb_build_array("
                    + "jsonb_build_object('account', repeat('x', 10000), 'amount', 1), "
                    + "jsonb_build_object('account', '1', 'amount', -1)))",
                "an account has at most 20 characters"
            ),
            ("accounting.reverse_entry(1, 'infinity', null)", "day: is not a day"),
            ("accounting.reverse_entry(1, '2026-01-01', repeat('x', 501))", "text has more than 500"),
            ("accounting.close_period('-infinity', '2026-01-01')", "day: is not a day"),
            ("accounting.reopen_period('infinity')", "day: is not a day"),
            ("accounting.invoice_orders('{1}', 'infinity')", "day: is not a day"),
            (
                "logistics.receive_goods("
                    + #"'[{"product": "m", "description": "m", "quantity": 1}]', 'infinity')"#,
                "happenedAt: is not a day"
            ),
            ("logistics.ship_orders('{1}', '-infinity')", "shippedAt: is not a day"),
        ])
    func theFunctionsSaySo(_ call: String, _ words: String) async throws {
        try await withDatabase(business: true) { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(text: "select \(call)"))
            }
            #expect(error?.sqlState?.rawValue == "DJ400", "\(error.map { "\($0)" } ?? "")")
            #expect(error?.message.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            "accounting.tax_rate (country, class, from_day, rate) values ('DE', 'reduced', 'infinity', 0.2)",
            "sales.price_list (code, currency, valid_from) values ('l', 'EUR', '-infinity')",
            "accounting.bank_statement (bank_account, number, from_day) values ('a', '1', 'infinity')",
        ])
    func theTablesRefuseThem(_ row: String) async throws {
        try await withDatabase(business: true) { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(text: "insert into \(row)"))
            }
            #expect(error?.sqlState == .checkViolation, "\(error.map { "\($0)" } ?? "")")
        }
    }
}
