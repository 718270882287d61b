import DjetStore
import DjetTestSupport
import Testing

/// An order that is placed by a command.
@Suite struct PlaceOrderCommandTests {
    @Test func whatIsPastedIntoItsArgumentsMeansWhatItMeansInAFile() async throws {
        let arguments = #"""
            {"number": "\#u{A0}7\#u{200B}", "customer": "=\"007\"", "lines": [
              {"product": "\#u{200B}P1\#u{A0}", "description": "'=1+1", "quantity": 1, "unitPrice": 1}
            ]}
            """#
        let scratch = try Scratch()
        let orders = try scratch.write(
            "order no,sku,description,qty,price,customer\n8,\u{200B}P1\u{A0},'=1+1,1,1,\"=\"\"007\"\"\"\n",
            to: "orders.csv")
        try await withDatabase(business: true) { database in
            let commands = [
                ["sales.place-order", "--args", arguments],
                ["sales.import-orders", "--file", "file=\(orders)"],
            ]
            for command in commands {
                let run = try await Run(["call"] + command, on: database)
                #expect(run.status == 0, "\(run.error)")
            }
            let booked = try await database.store.rows(
                """
                select concat_ws('|', o.number, o.customer, l.product_code, l.description)
                from sales.order o
                join sales.order_line l on l.order_number = o.number
                order by o.number
                """, as: String.self)
            #expect(booked == ["7|007|P1|=1+1", "8|007|P1|=1+1"])
        }
    }

    @Test(arguments: [
        (#"{"number": "a\u0001", "lines": []}"#, "number has a control character (U+0001)"),
        (
            #"{"lines": [{"product": "a\u001B[31m", "quantity": 1, "unitPrice": 1}]}"#,
            "has a control character (U+001B)"
        ),
    ])
    func aControlCharacterInItsArgumentsIsRefused(arguments: String, words: String) async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run(["call", "sales.place-order", "--args", arguments], on: database)
            #expect(run.status == 1 && run.output.isEmpty, "\(run.error)")
            #expect(run.error.contains(words), "\(run.error)")
            #expect(!run.error.contains("\u{1B}[31m"), "it steers no terminal")
            let orders = try await database.store.first("select count(*) from sales.order", as: Int.self)
            #expect(orders == 0)
        }
    }
}
