import DjetModel
import DjetTestSupport
import Testing

/// A control character in a text is refused by every way, with words, and nothing is booked.
@Suite struct ControlCharactersTests {
    @Test func theyAreRefusedInJSON() async throws {
        try await withFunctions { site, database in
            let program = try await Program("ada", roles: .office, site)
            for path in ["/orders", "/functions/place-order"] {
                let number = try await program.post(
                    path, #"{"number":"a\u0001","lines":[\#(OrdersEngineTests.line)]}"#)
                #expect(number.status == 422, "\(path) \(number.body)")
                #expect(number.body.contains("has a control character (U+0001)"), "\(number.body)")
                let product = try await program.post(
                    path, #"{"lines":[{"product":"a\u001B[31m","quantity":1,"unitPrice":1}]}"#)
                #expect(product.status == 422, "\(path) \(product.body)")
                #expect(product.body.contains("has a control character (U+001B)"), "\(product.body)")
                let raw = try await program.post(
                    path, "{\"number\":\"a\u{1}\",\"lines\":[\(OrdersEngineTests.line)]}")
                #expect([400, 422].contains(raw.status) && raw.body.contains("JSON"), "\(raw.body)")
            }
            #expect(try await OrdersEngineTests.orders(database) == 0)
        }
    }

    @Test func theyAreRefusedInAForm() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let number = try await browser.post(
                "/orders",
                form: [
                    "number": "a\u{1}", "lines[0].product": "A", "lines[0].quantity": "1",
                    "lines[0].unitPrice": "1",
                ])
            #expect(number.status == 422, "\(number.body)")
            #expect(number.body.contains("has a control character (U+0001)"))
            let product = try await browser.post(
                "/orders",
                form: [
                    "number": "7", "lines[0].product": "a\u{1B}[31m", "lines[0].quantity": "1",
                    "lines[0].unitPrice": "1",
                ])
            #expect(product.status == 422, "\(product.body)")
            #expect(product.body.contains("has a control character (U+001B)"))
            #expect(try await OrdersEngineTests.orders(database) == 0)
        }
    }
}
