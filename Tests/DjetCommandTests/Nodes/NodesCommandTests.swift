import DjetModel
import DjetTestSupport
import Testing

@Suite struct NodesCommandTests {
    @Test func nodesAreListedEachBelowItsParent() async throws {
        try await withNodes { database in
            let run = try await Run.office("nodes", "list", on: database)
            let lines = run.output.split(separator: "\n").map {
                $0.split(separator: " ").joined(separator: " ")
            }
            #expect(
                lines == [
                    "PATH BASETYPE TITLE MENU NOTE",
                    "/ page Home yes administrator: view, use, operate, signal, arguments, manage; everyone: view",
                    "/office page Office yes",
                    "/office/jobs jobs Jobs no redirects to /office; everyone: nothing",
                ])
            let below = try await Run.office("nodes", "list", "--below", "/office", "--json", on: database)
            let nodes = try #require(try below.json() as? [[String: Any]])
            #expect(nodes.map { $0["path"] as? String } == ["/office", "/office/jobs"])
            #expect(nodes[1]["access"] as? [String: [String]] == ["everyone": []])
        }
    }

    @Test func aNodeIsAddedWithColumnsOfTheirTypesAndRules() async throws {
        try await withNodes { database in
            let run = try await Run.office(
                "nodes", "add", "/office/about", "page", "--title", "About us", "--column", "body=a=b",
                "--column", "width=12.5", "--column", "wide=true", "--allow", "users=view,use", "--allow",
                "everyone=", "--redirect", "/", "--redirect-status", "302", "--hidden", "--json", on: database
            )
            let node = try #require(try run.json() as? [String: Any], "\(run.error)")
            #expect(node["path"] as? String == "/office/about")
            #expect(node["inMenu"] as? Bool == false)
            let columns = try #require(node["columns"] as? [String: Any])
            #expect(columns["body"] as? String == "a=b")
            #expect(columns["width"] as? Double == 12.5)
            #expect(columns["wide"] as? Bool == true)
            #expect(node["access"] as? [String: [String]] == ["everyone": [], "users": ["view", "use"]])
        }
    }

    @Test func whatDoesNotFitIsRefusedWithItsReason() async throws {
        try await withNodes { database in
            let column = try await Run.office(
                "nodes", "add", "/x", "page", "--title", "X", "--column", "width=wide", on: database)
            #expect(column.status == 1)
            #expect(column.error == "Error: the column “width” of a page must be a number\n")
            let unknown = try await Run.office(
                "nodes", "add", "/x", "page", "--title", "X", "--column", "widht=1", on: database)
            #expect(unknown.status == 64)
            let wish = "did you mean wide or width? It has: body, width, wide"
            #expect(unknown.error == "Error: a page has no column “widht”; \(wish)\n")
            let right = try await Run.office(
                "nodes", "add", "/x", "page", "--title", "X", "--allow", "users=veiw", on: database)
            #expect(right.status == 64)
            #expect(right.error.hasPrefix("Error: “veiw” is not a right: use some of view, use"))
            let bare = try await Run.office("nodes", "add", "/x", "function", "--title", "X", on: database)
            #expect(bare.status == 64)
            let advice = "add --column function=VALUE"
            #expect(bare.error == "Error: a function needs the column “function”: \(advice)\n")
            let second = try await Run.office("nodes", "add", "/x", "jobs", "--title", "X", on: database)
            #expect(second.error.contains("a node of basetype jobs already, /office/jobs"))
        }
    }

    @Test func aFunctionThatTheProgramDoesNotKnowIsRefused() async throws {
        try await withNodes { database in
            func add(_ path: String, _ function: String) async throws -> Run {
                try await Run.office(
                    "nodes", "add", path, "function", "--title", "F", "--column", "function=\(function)",
                    on: database)
            }
            let wrong = try await add("/gret", "gret")
            #expect(wrong.status == 64)
            let advice = "did you mean greet? `office functions` lists its functions\n"
            #expect(wrong.error == "Error: office has no function “gret”; \(advice)")
            let far = try await add("/far", "nothing.like-it")
            #expect(far.error.contains("has no function “nothing.like-it”. `office functions` lists"))
            let part = try await add("/part", "rename-product")
            #expect(part.error.contains("did you mean sales.rename-product?"))
            let right = try await add("/greet", "greet")
            #expect(right.output == "/greet is added.\n", "\(right.error)")
        }
    }

    @Test func whatNobodyKnowsIsRefusedWithWhatThereIs() async throws {
        try await withNodes { database in
            let basetype = try await Run.office("nodes", "add", "/x", "pag", "--title", "X", on: database)
            #expect(basetype.status == 1)
            let advice = "did you mean page? There are: function, jobs, page\n"
            #expect(basetype.error == "Error: there is no basetype “pag”; \(advice)")
            let path = try await Run.office("nodes", "remove", "office", on: database)
            #expect(path.status == 64)
            #expect(path.error == "Error: “office” is not a path: it must begin with a slash\n")
        }
        try await withDatabase(business: true) { database in
            let none = try await Run.office("nodes", "add", "/", "page", "--title", "X", on: database)
            let sentence = "there are no basetypes yet: `office migrate` stores them"
            #expect(none.error == "Error: \(sentence)\n")
        }
    }

    @Test func aBranchIsMoved() async throws {
        try await withNodes { database in
            let run = try await Run.office(
                "nodes", "move", "/office", "/bureau", "--position", "7", on: database)
            #expect(run.output == "/office is now /bureau, at position 7.\n", "\(run.error)")
            let order = try await Run.office("nodes", "move", "/bureau", "--position", "3", on: database)
            #expect(order.output == "/bureau is now at position 3.\n", "\(order.error)")
            let paths = try await database.model().tree().nodes.map(\.path)
            #expect(paths == ["/", "/bureau", "/bureau/jobs"])
            let nowhere = try await Run.office("nodes", "move", "/bureau", "/x/y", on: database)
            #expect(nowhere.status == 1)
            #expect(nowhere.error == "Error: there is no node /x\n")
            let still = try await Run.office("nodes", "move", "/bureau", on: database)
            #expect(still.status == 64)
        }
    }

    @Test func aBranchIsRemovedIfThatIsMeant() async throws {
        try await withNodes { database in
            let refused = try await Run.office("nodes", "remove", "/office", on: database)
            #expect(refused.status == 1)
            #expect(refused.error.hasPrefix("Error: /office has 1 node below it."))
            #expect(refused.error.contains("or remove the whole branch with --branch"))
            let run = try await Run.office("nodes", "remove", "/office", "--branch", on: database)
            #expect(run.output == "/office is removed, with 1 below it.\n")
            let root = try await Run.office("nodes", "remove", "/", "--json", on: database)
            #expect(root.error == "Error: the root cannot be removed\n")
        }
    }

    private func withNodes(_ body: (TestDatabase) async throws -> Void) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.declareBasetypes([
                Basetype(
                    "page", title: "Page",
                    columns: [
                        Column("body", title: "Text", .longtext), Column("width", title: "Width", .number),
                        Column("wide", title: "Wide", .boolean),
                    ]),
                Basetype("jobs", title: "Jobs", isSingleton: true),
                Basetype(
                    "function", title: "Function",
                    columns: [Column("function", title: "Function", .function, isRequired: true)]),
            ])
            try await model.plant([
                NodeSeed(
                    "/", "page", title: "Home",
                    access: ["everyone": [.view], "administrator": Set(Right.allCases)]),
                NodeSeed("/office", "page", title: "Office"),
                NodeSeed(
                    "/office/jobs", "jobs", title: "Jobs", inMenu: false, access: ["everyone": []],
                    redirect: Redirect(to: "/office")),
            ])
            try await body(database)
        }
    }
}
