import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ImportOrdersTests {
    private func store(_ text: String, in model: Model, as name: String = "orders.csv") async throws -> File {
        try await model.storeFile(name: name, mimeType: "text/csv") { try await $0.write(text) }
    }

    @Test func whatBreaksARuleIsRejectedWithItsLineAndItsReason() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let file = try await store(
                """
                InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country
                1,A,Lamp,2,1.005,9,Denmark
                1,B,"Box, small",1,0,9,Denmark
                C2,A,Lamp,-1,1.00,,
                3,,Lamp,1,1,,
                ,A,Lamp,1,1,,
                4,A,Lamp,x,1,,
                5,A,Lamp,1,y,,
                6,A,Lamp,0,1,,
                7,A,Lamp,-1,1,,
                8,A,Lamp,1,-1,,

                """, in: model)
            let report = try await model.call(ImportOrders(file: file))
            #expect(report.lines == 10)
            #expect(report.accepted == 3)
            #expect(report.rejected == 7)
            #expect(report.orders == 1)
            #expect(report.returns == 1)
            #expect(report.salesTotal == Decimal(string: "2.01"))
            #expect(report.returnsTotal == -1)
            #expect(report.netTotal == Decimal(string: "1.01"))
            let rejects = try await text(of: report.rejects, in: model).split(whereSeparator: \.isNewline)
            #expect(rejects.count == 8)
            #expect(report.encoding == "utf-8")
            #expect(
                rejects.dropFirst().map { $0.prefix { $0 != "," } } == ["5", "6", "7", "8", "9", "10", "11"])
        }
    }

    @Test func aServersDefaultIsolationChangesNothing() async throws {
        try await withDatabase(business: true) { database in
            try await database.set("default_transaction_isolation", to: "repeatable read")
            try await database.withNewSessions { database in
                let model = database.model([ImportOrders.self])
                let text = "order number,product code,quantity,unit price\n1,A,1,1\n"
                let file = try await store(text, in: model)
                try await withWorker(model) {
                    let report = try await model.offload(ImportOrders(file: file)).value
                    #expect(report.accepted == 1)
                }
                #expect(try await model.findJobs().jobs.map(\.attempt) == [1])
            }
        }
    }

    @Test func anImportIsAllOrNothing() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let good = try await store("order number,product code,quantity,unit price\n1,A,1,1\n", in: model)
            _ = try await model.call(ImportOrders(file: good))
            // The second file is valid except for one number, which exists.
            let again = try await store(
                "order number,product code,quantity,unit price\n2,A,1,1\n1,A,1,1\n", in: model)
            let error = await #expect(throws: ModelError.self) {
                try await model.call(ImportOrders(file: again))
            }
            #expect("\(error.map { "\($0)" } ?? "")".contains("orders.csv"))
            #expect(try await model.call(OrderTotals()).orders == 1)
        }
    }

    @Test func inStepsItBooksTheSame() async throws {
        let orders = SampleOrders(count: 4_000, seed: 3).flatMap { $0 }
        var reports: [(ImportReport, String)] = []
        for inSteps in [false, true] {
            let outcome = try await withDatabase(business: true) { database in
                let model = database.model()
                let file = try await model.storeFile(name: "orders.csv", mimeType: "text/csv") { writer in
                    try await writer.write(orders)
                }
                let report = try await model.call(ImportOrders(file: file, inSteps: inSteps))
                let lines = try await database.store.first(
                    "select count(*) from sales.order_line", as: Int.self)
                #expect(lines == report.accepted)
                let left = try await database.store.first(
                    """
                    select (select count(*) from sales.import_run) + (select count(*) from sales.import_order)
                      + (select count(*) from sales.import_line) + (select count(*) from sales.import_reject)
                      + (select count(*) from sales.import)
                    """, as: Int.self)
                #expect(left == 0)
                return (report, try await text(of: report.rejects, in: model))
            }
            reports.append(outcome)
        }
        let ((atOnce, rejects), (inSteps, sameRejects)) = (reports[0], reports[1])
        #expect(atOnce.lines > 30_000)
        #expect(inSteps.accepted == atOnce.accepted)
        #expect(inSteps.orders == atOnce.orders && inSteps.returns == atOnce.returns)
        #expect(inSteps.netTotal == atOnce.netTotal && inSteps.salesTotal == atOnce.salesTotal)
        #expect(sameRejects == rejects)
    }

    @Test(arguments: [
        ("", "empty"), ("a\0b", "binary"), ("order number,product code\n1,A\n", "quantity"),
        ("order number,product code,quantity,unit price\n1,\"A,1,1\n", "line"),
        ("order number,product code,quantity,unit price\n1,\"A\"x,1,1\n", "line"),
    ])
    func aFileThatCannotBeReadEndsInASentenceThatNamesIt(text: String, word: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let file = try await store(text, in: model, as: "strange.csv")
            let error = await #expect(throws: ModelError.self) {
                try await model.call(ImportOrders(file: file))
            }
            let sentence = "\(error.map { "\($0)" } ?? "")"
            #expect(sentence.contains("strange.csv"), "\(sentence)")
            #expect(sentence.lowercased().contains(word), "\(sentence)")
        }
    }

    @Test func aJobThatWaitsForAnotherImportGivesItsPlaceToOthers() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([ImportOrders.self])
            try await database.store.query("alter function sales.lock_imports() set lock_timeout = '50ms'")
            let file = try await store("order no,sku,qty,price\n1,A,1,1\n", in: model)
            let other = try await Connection.open(database.connectionString)
            try await other.query("begin")
            try await other.query("select sales.lock_imports()")
            let error = await #expect(throws: ModelError.self) {
                try await model.call(ImportOrders(file: file))
            }
            #expect(error?.message.hasPrefix("another import of orders") == true, "who calls is told")
            let ticket = try await model.offload(ImportOrders(file: file))
            try await withWorker(model) {
                try await database.job(of: ticket) { $0.status == .scheduled }
                try await other.query("rollback")
                _ = try await model.retry(ticket.id)
                let report = try await ticket.value
                #expect(report.accepted == 1)
            }
            other.close()
        }
    }

    private func text(of file: File, in model: Model) async throws -> String {
        var bytes: [UInt8] = []
        for try await chunk in model.bytes(of: file) { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
    }
}
