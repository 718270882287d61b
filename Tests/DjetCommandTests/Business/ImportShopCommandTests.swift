import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ImportShopCommandTests {
    @Test func aFolderIsImportedShippedAndInvoiced() async throws {
        let scratch = try Scratch()
        _ = try scratch.write("product_id,product_name,unit_price\n1,Chai,18\n", to: "products.csv")
        _ = try scratch.write(
            "order_id,customer_id,order_date,freight\n7,K,1996-07-04,2.5\n", to: "orders.csv")
        _ = try scratch.write(
            "order_id,product_id,unit_price,quantity,discount\n7,1,10,2,0.25\n", to: "order_details.csv")
        try await withDatabase(business: true) { database in
            let command = ["import-shop", scratch.path]
            let without = try await Run(command, on: database)
            #expect(without.status != 0 && without.error.contains("currency: is missing"), "\(without.error)")
            let run = try await Run(command + ["--currency", "USD", "--ship", "--invoice"], on: database)
            #expect(run.status == 0, "\(run.error)")
            for line in [
                "products      1", "prices        1", "orders        1", "parcels       1", "invoices      1",
            ] {
                #expect(run.output.contains(line), "\(run.output)")
            }
            let total = try await database.store.first(
                "select string_agg(total::text, ' ') from accounting.invoice", as: String.self)
            #expect(total == "17.50")
            let again = try await Run(command, on: database)
            #expect(again.status == 1 && again.error.contains("nothing was imported"), "\(again.error)")
            let advice = "orders        0, 1 rejected; --save FOLDER keeps the reasons\n"
            #expect(again.output.contains(advice), "\(again.output)")
            let saved = try await Run(command + ["--save", "\(scratch.path)/out"], on: database)
            #expect(saved.output.contains("orders        0, 1 rejected\n"), "\(saved.output)")
            #expect(saved.error.contains("Saved \(scratch.path)/out/orders-rejects.csv\n"), "\(saved.error)")
            let rejects = try scratch.text(of: "out/orders-rejects.csv")
            #expect(rejects.contains(",7,K,1996-07-04,2.5"), "\(rejects)")
            #expect(throws: (any Error).self) { try scratch.text(of: "out/products-rejects.csv") }
        }
    }

    @Test func ordersInAnotherCurrencyAreSaidNotToBeInvoiced() async throws {
        let scratch = try Scratch()
        _ = try scratch.write(
            "order_id,customer_id,order_date\n7,K,1996-07-04\n8,K,1996-07-05\n", to: "orders.csv")
        _ = try scratch.write(
            "order_id,product_id,unit_price,quantity\n7,1,10,2\n8,1,10,1\n", to: "order_details.csv")
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(SetCurrency(currency: "EUR"))
            let line = PlaceOrder.Line(product: "A", quantity: 1, unitPrice: 5)
            _ = try await model.call(PlaceOrder(number: "1", lines: [line]))
            let flags = ["--currency", "USD", "--ship", "--invoice"]
            let run = try await Run(["import-shop", scratch.path] + flags, on: database)
            #expect(run.status == 1)
            let reason = "Error: 2 orders in USD are not invoiced: the shop's currency is EUR\n"
            #expect(run.error.hasSuffix(reason), "\(run.error)")
            for line in [
                "orders        2\n", "parcels       2, and 1 of earlier orders\n",
                "invoices      0, and 1 of earlier orders\n",
            ] {
                #expect(run.output.contains(line), "\(run.output)")
            }
        }
    }

    @Test func theHelpSaysThatWhatIsRejectedKeepsNothingBack() async throws {
        let help = try await Run(["import-shop", "--help"]).output.split(whereSeparator: \.isWhitespace)
        let text = "an order that breaks a rule is rejected and reported; the others are booked."
        #expect(help.joined(separator: " ").contains(text))
    }

    @Test func aFolderWithoutAShopIsRefused() async throws {
        let scratch = try Scratch()
        let run = try await Run(["import-shop", scratch.path])
        #expect(run.status == 66 && run.error.contains("has none of suppliers.csv"), "\(run.error)")
        _ = try scratch.write("order_id\n7\n", to: "orders.csv")
        let half = try await Run(["import-shop", scratch.path])
        #expect(half.status == 66 && half.error.contains("needs both"), "\(half.error)")
        let none = try await Run(["import-shop", "\(scratch.path)/nope"])
        #expect(none.status == 66 && none.error == "Error: there is no folder \(scratch.path)/nope\n")
    }
}
