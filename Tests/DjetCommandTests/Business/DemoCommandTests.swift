import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// One at a time: they share a database.
@Suite(.serialized) struct DemoCommandTests {
    @Test func itEndsWithOneObject() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let run = try await Run(
                ["demo", "--orders", "20", "--json", "--output", "\(scratch.path)/out"], on: database)
            #expect(run.status == 0, "\(run.error)")
            #expect(run.output.filter { $0 == "\n" }.count == 1)
            let object = try #require(try run.json() as? [String: Any])
            let names = [
                "lines", "accepted", "rejected", "orders", "returns", "invoices", "creditNotes", "salesTotal",
                "returnsTotal", "netTotal", "debit", "credit", "receivables", "jobs", "seconds", "parcels",
                "payments", "paid", "openReceivables",
            ]
            #expect(Set(object.keys) == Set(names))
            #expect(run.output.contains(#/"netTotal":-?[0-9]+\.[0-9]{2},/#))
            #expect(object["debit"] as? Double == object["credit"] as? Double, "the ledger balances")
            #expect(object["receivables"] as? Double == object["netTotal"] as? Double)
            #expect(object["parcels"] as? Int == object["orders"] as? Int, "each order is shipped whole")
            let (paid, open) = (object["paid"] as? Double ?? 0, object["openReceivables"] as? Double ?? 0)
            #expect(paid > 0 && abs(paid + open - (object["netTotal"] as? Double ?? 0)) < 0.005)
            #expect(object["payments"] as? Int ?? 0 > 0)
            #expect(!run.error.contains("\u{1B}"))
            for file in ["invoices.csv", "rejects.csv"] {
                #expect(try scratch.text(of: "out/\(file)").contains(","))
            }
        }
    }

    @Test func aSecondRunStartsClean() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let arguments = ["demo", "--orders", "20", "--json", "--output", scratch.path]
            let first = try #require(try await Run(arguments, on: database).json() as? [String: Any])
            let second = try #require(try await Run(arguments, on: database).json() as? [String: Any])
            for name in ["lines", "orders", "invoices", "jobs"] {
                #expect(first[name] as? Int == second[name] as? Int)
            }
        }
    }

    @Test func aDatabaseThatItHasNotMadeIsLeftAlone() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            try await database.store.query("drop database if exists djet_demo")
            try await database.store.query("create database djet_demo")
            let run = try await Run(["demo", "--output", scratch.path], on: database)
            #expect(run.status == 1)
            #expect(
                run.error.hasPrefix("Error: the database djet_demo exists, but djet demo did not create it"))
            try await database.store.query("drop database djet_demo")
        }
    }

    @Test func theSummaryIsForPeople() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let header = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country"
            let orders = try scratch.write(
                "\(header)\n600001,A1,Lamp,2,1.50,20001,Denmark\n", to: "orders.csv")
            let run = try await Run(
                ["demo", "--once", "--input", orders, "--output", scratch.path], on: database)
            #expect(run.output.contains(#/lines +1 +1 accepted, 0 rejected/#), "\(run.error)")
            #expect(run.output.contains(#/debit +3\.00 +and 3\.00 credit/#))
            #expect(run.output.contains(#/receivable +3\.00/#))
            #expect(run.output.contains(#/parcels +1 /#))
            #expect(run.output.contains(#/paid +3\.00 +1 payments/#))
            #expect(run.output.contains(#/still open +0\.00/#))
            #expect(run.output.contains("Try next\n  djet jobs list --limit 10 --database djet_demo"))
            #expect(run.output.contains(#/\n  djet demo --input FILE +the same/#))
            #expect(!run.output.contains("\u{1B}"))
            let jobs = try await Run(["jobs", "list", "--database", "djet_demo"], on: database)
            #expect(jobs.output.contains("accounting.export-invoices"))
        }
    }

    @Test func theSummarySaysWhatIsNotInvoiced() async throws {
        let scratch = try Scratch()
        let orders = """
            Order No,SKU,Quantity,Price,Customer,Currency
            1,A,2,1.50,K,
            2,A,1,0,K,
            3,A,1,7,K,USD
            C4,A,-1,0,K,

            """
        try await withDatabase(business: true) { database in
            let run = try await Run(
                [
                    "demo", "--once", "--input", try scratch.write(orders, to: "orders.csv"), "--output",
                    scratch.path,
                ], on: database)
            #expect(run.output.hasPrefix("3 orders and 1 return are imported"), "\(run.output)\(run.error)")
            let notes = "and 0 credit notes; none for 2 whose total is 0; none for 1 in other currencies"
            #expect(run.output.contains(notes), "\(run.output)")
            #expect(!run.output.contains("made to be broken"))
        }
    }

    @Test func theSampleSaysWhyLinesAreRejected() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let run = try await Run(
                ["demo", "--once", "--orders", "600", "--output", scratch.path], on: database)
            #expect(run.output.contains(#/ rejected, made to be broken\n/#), "\(run.output)\(run.error)")
        }
    }

    @Test func aFileOfWhichNothingWasAcceptedFails() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let orders = try scratch.write("Order No,SKU,Quantity,Price\n1,A,two,3\n", to: "orders.csv")
            let run = try await Run(["demo", "--input", orders, "--output", scratch.path], on: database)
            #expect(run.status == 1)
            #expect(run.error.contains("nothing was imported: the file's only line was not accepted"))
            #expect(try scratch.text(of: "rejects.csv").contains("the quantity is not a number"))
        }
    }

    @Test(arguments: [
        ("--input", "/no/orders.csv", 66), ("--input", "/tmp", 66), ("--output", "/proc/no", 73),
    ])
    func bothEndsAreLookedAtFirst(flag: String, path: String, status: Int32) async throws {
        let run = try await Run(["demo", flag, path] + (flag == "--input" ? ["--output", "/tmp"] : []))
        #expect(run.status == status)
        #expect(run.error.hasPrefix("Error: "))
    }
}
