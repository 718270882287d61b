import DjetStore
import DjetTestSupport
import Testing

@Suite struct CallCommandTests {
    private let ada = #"{"whom": "Ada"}"#

    @Test func aTextIsPrintedAsItIs() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("call", "greet", "--args", ada, on: database)
            #expect(run.output == "Hello, Ada\n")
            #expect(run.status == 0)
        }
    }

    @Test func aProgramGetsJSON() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("call", "greet", "--args", ada, "--json", on: database)
            #expect(run.output == "\"Hello, Ada\"\n")
        }
    }

    @Test func argumentsComeFromAFileOrFromStandardInput() async throws {
        let scratch = try Scratch()
        let file = try scratch.write(ada, to: "arguments.json")
        try await withDatabase(business: true) { database in
            let fromFile = try await Run.office("call", "greet", "--args", "@\(file)", on: database)
            #expect(fromFile.output == "Hello, Ada\n")
            let fromInput = try await Run.office("call", "greet", "--args", "-", on: database, input: ada)
            #expect(fromInput.output == "Hello, Ada\n")
        }
    }

    @Test func argumentsEndSomewhere() async throws {
        let endless = String(repeating: " ", count: 64 << 20) + ada
        let run = try await Run.office("call", "greet", "--args", "-", input: endless)
        #expect(run.status == 64)
        #expect(run.error.contains("standard input is longer than 64 MiB"), "\(run.error)")
    }

    @Test func aFileMayBeAPipe() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office(
                "call", "greet", "--args", "@/dev/stdin", on: database, input: ada)
            #expect(run.output == "Hello, Ada\n", "\(run.error)")
        }
    }

    @Test func theFilesOfAnAnswerAreSaved() async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let folder = "\(scratch.path)/new"
            let run = try await Run.office("call", "write-letter", "--save", folder, "--json", on: database)
            #expect(run.status == 0)
            #expect(try scratch.text(of: "new/letter.txt") == "Dear Ada\n")
            #expect(run.error == "Saved \(folder)/letter.txt\n")
            #expect(try run.json() is [String: Any])
        }
    }

    @Test func aFileThatIsThereAlreadyIsNotReplaced() async throws {
        let scratch = try Scratch()
        _ = try scratch.write("Dear Bob\n", to: "letter.txt")
        try await withDatabase(business: true) { database in
            for number in [2, 3] {
                let run = try await Run.office("call", "write-letter", "--save", scratch.path, on: database)
                #expect(
                    run.error
                        == "Saved \(scratch.path)/letter-\(number).txt; letter.txt was there already\n")
                #expect(try scratch.text(of: "letter-\(number).txt") == "Dear Ada\n")
            }
            #expect(try scratch.text(of: "letter.txt") == "Dear Bob\n")
        }
    }

    @Test func whatTheFunctionRefusesIsOneSentence() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("call", "refuse", on: database)
            #expect(run.error == "Error: order 7 has not shipped\n")
            #expect(run.status == 1)
            #expect(run.output.isEmpty)
        }
    }

    @Test func nothingButATerminalSeesAProgressBar() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("call", "sleep", "--args", #"{"seconds": 0}"#, on: database)
            #expect(run.error.isEmpty)
            #expect(run.output == "0\n")
        }
    }

    @Test func theFirstFunctionOfTheReadmeRunsAsItStands() async throws {
        let lines = #"{"lines": [{"product": "22423", "quantity": 1, "unitPrice": 12.75}]}"#
        let title = #"{"product": "22423", "title": "Cakestand"}"#
        try await withDatabase(business: true) { database in
            let placed = try await Run.office("call", "sales.place-order", "--args", lines, on: database)
            #expect(placed.status == 0, "\(placed.error)")
            let run = try await Run.office("call", "sales.rename-product", "--args", title, on: database)
            #expect(run.output == "22423\n", "until it has a name, a product's code is its name")
            let name = try await database.store.first("select name from sales.product", as: String.self)
            #expect(name == "Cakestand")
        }
    }

    @Test func aFileIsStoredAndPassedAsAnArgument() async throws {
        let scratch = try Scratch()
        let orders = try scratch.write(
            "order number,product code,quantity,unit price\n1,A,2,1.50\n2,,1,1\n", to: "orders.csv")
        try await withDatabase(business: true) { database in
            let run = try await Run(
                [
                    "call", "sales.import-orders", "--file", "file=\(orders)", "--json", "--save",
                    "\(scratch.path)/out",
                ], on: database)
            #expect(run.status == 0, "\(run.error)")
            let report = try #require(try run.json() as? [String: Any])
            #expect(report["accepted"] as? Int == 1)
            #expect(try scratch.text(of: "out/rejects.csv").contains("3,"))
        }
    }

    @Test func anImportOfWhichNothingWasAcceptedSaysSo() async throws {
        let scratch = try Scratch()
        let orders = try scratch.write(
            "order number,product code,quantity,unit price\n2,,1,1\n", to: "orders.csv")
        let folder = "\(scratch.path)/out"
        try await withDatabase(business: true) { database in
            let arguments = ["sales.import-orders", "--file", "file=\(orders)", "--json", "--save", folder]
            let run = try await Run(["call"] + arguments, on: database)
            #expect(run.status == 1)
            let failure = "Error: nothing was imported: the file's only line was not accepted; "
            #expect(run.error.hasSuffix("\(failure)\(folder)/rejects.csv says why\n"), "\(run.error)")
            let report = try #require(try run.json() as? [String: Any])
            #expect(report["accepted"] as? Int == 0, "the report is printed all the same")
            #expect(try scratch.text(of: "out/rejects.csv").contains("2,"))
            let unsaved = try await Run(["call"] + arguments.dropLast(2), on: database)
            #expect(
                unsaved.error.hasSuffix("\(failure)--save FOLDER keeps the reasons\n"), "\(unsaved.error)")
        }
    }

    @Test func aFileOfNothingRejectedIsNotSaved() async throws {
        let scratch = try Scratch()
        let orders = try scratch.write(
            "order number,product code,quantity,unit price\n1,A,2,1.50\n", to: "orders.csv")
        try await withDatabase(business: true) { database in
            for function in ["sales.check-orders", "sales.import-orders"] {
                let run = try await Run(
                    ["call", function, "--file", "file=\(orders)", "--save", "\(scratch.path)/out"],
                    on: database)
                #expect(run.status == 0, "\(run.error)")
                #expect(run.error == "The result has no files, or empty ones; nothing was saved.\n")
                #expect(throws: (any Error).self) { try scratch.text(of: "out/rejects.csv") }
            }
        }
    }

    @Test func anExportWithoutADocumentFails() async throws {
        let lines = #"{"lines": [{"product": "22423", "quantity": 1, "unitPrice": 12.75}]}"#
        try await withDatabase(business: true) { database in
            _ = try await Run(["call", "sales.place-order", "--args", lines], on: database)
            let id = try await database.store.first("select id from sales.order", as: Int.self)
            let order = "{\"order\": \(try #require(id))}"
            _ = try await Run(["call", "accounting.invoice-order", "--args", order], on: database)
            let run = try await Run(["call", "accounting.export-documents", "--json"], on: database)
            #expect(run.status == 1)
            #expect(run.error.contains("Error: no document was exported: "), "\(run.error)")
            #expect(run.error.contains("set the seller (accounting.set-seller)"), "\(run.error)")
            let output = try #require(try run.json() as? [String: Any])
            #expect(output["refusedCount"] as? Int == 1)
        }
    }

    @Test func theFileOfACallThatFailsIsNotKept() async throws {
        let scratch = try Scratch()
        let orders = try scratch.write("this,is\nno,order\n", to: "orders.csv")
        try await withDatabase(business: true) { database in
            let run = try await Run(
                ["call", "sales.import-orders", "--file", "file=\(orders)"], on: database)
            #expect(run.status == 1, "\(run.error)")
            let left = try await database.store.first("select count(*) from jobmachine.file", as: Int.self)
            #expect(left == 0)
        }
    }

    @Test func aFileForAnArgumentThatDoesNotExistIsRefusedBeforeAnythingIsDone() async throws {
        let scratch = try Scratch()
        let orders = try scratch.write("a", to: "orders.csv")
        let run = try await Run(["call", "sales.import-orders", "--file", "orders=\(orders)"])
        #expect(run.status == 64)
        #expect(run.error.contains("file is missing"))
        let missing = try await Run(["call", "sales.import-orders", "--file", "file=/nowhere/orders.csv"])
        #expect(missing.status == 66)
    }
}
