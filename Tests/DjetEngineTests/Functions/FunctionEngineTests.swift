import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct FunctionEngineTests {
    static let json = "Content-Type: application/json"
    static let parcel = #"{"to":"Bo","count":2,"isFragile":true,"items":[{"what":"Tea","weight":1.250}]}"#

    @Test func theFormIsMadeFromTheArguments() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let page = try await browser.get("/parcel")
            #expect(page.status == 200)
            #expect(page.body.contains("A &lt;node&gt;") && !page.body.contains("A <node>"))
            for part in [
                #"name="to" type="text""#, #"inputmode="numeric""#, #"<select id="f-size" name="size""#,
                #"type="checkbox" id="f-isFragile""#, #"name="on" type="date""#, #"name="items[0].what""#,
                #"name="items[4].weight""#, #"enctype="multipart/form-data""#, #"value="background""#,
            ] { #expect(page.body.contains(part), "\(part)") }
            let upload = try await browser.get("/import-now")
            #expect(upload.body.contains(#"name="file" type="file" required"#))
        }
    }

    @Test func aProgramReadsTheShapes() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let answer = try await program.get("/parcel")
            #expect(answer["content-type"] == "application/json")
            #expect(answer.body.contains(#""function":"test.parcel""#))
            #expect(answer.body.contains(#""enum":["small","large"]"#))
            #expect(answer.body.contains(#""required":["to","count","isFragile","items"]"#))
            #expect(answer.body.contains(#""result":{"#))
            let gone = try await program.get("/gone")
            #expect(gone.status == 503 && gone.body.contains("no.such"))
        }
    }

    @Test func aProgramCalls() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let answer = try await program.post("/parcel", Self.parcel)
            #expect(answer.status == 200)
            #expect(
                answer.body
                    == #"{"at":"2026-11-21T12:00:00.000000Z","items":[{"weight":1.25,"what":"Tea"}],"label":"2 × any, fragile","nothing":{},"weight":2.5,"zone":"<b>Bo</b>"}"#
            )
            let nothing = try await site.ask("POST", "/totals", program.headers)
            #expect(nothing.status == 200 && nothing.body.contains(#""orders":0"#), "\(nothing.body)")
        }
    }

    @Test(arguments: [
        (422, #"{"to":"Bo","count":"two","isFragile":true,"items":[]}"#, "count"),
        (422, #"{"to":"Bo","isFragile":true,"items":[]}"#, "count"),
        (
            422, #"{"to":"Bo","count":2,"isFragile":true,"items":[{"what":"Tea","weight":"x"}]}"#,
            "items[0].weight"
        ),
        (
            422, #"{"to":"Bo","count":2,"isFragile":true,"items":[{"what":"T","weight":1,"x":1}]}"#,
            "items[0].x"
        ),
        (422, #"{"to":"\u0000","count":2,"isFragile":true,"items":[]}"#, "zero byte"),
        (422, #"{"to":"Bo","count":2,"isFragile":true,"items":[],"size":"huge"}"#, "size"),
        (422, #"{"to":"Bo","to":"Ea","count":2,"isFragile":true,"items":[]}"#, "to"),
        (422, "[]", "must be an object"), (422, "7", "must be an object"), (400, "{", "JSON"),
        (409, #"{"to":"Bo","count":100,"isFragile":true,"items":[]}"#, "no car takes 100 parcels"),
    ])
    func whatIsWrongIsSaidByName(status: Int, body: String, named: String) async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let answer = try await program.post("/parcel", body)
            #expect(answer.status == status, "\(answer.body)")
            #expect(answer.body.contains(named), "\(answer.body)")
            #expect(answer["content-type"] == "application/problem+json")
            let later = try await site.ask(
                "POST", "/parcel", program.headers + [Self.json, "Prefer: respond-async"], body: body)
            #expect(
                later.status == (status == 409 ? 202 : status), "arguments are read before they are offloaded"
            )
        }
    }

    @Test func errorsHaveTheirStatus() async throws {
        try await withFunctions(limits: SiteLimits(value: 2_000, upload: 4_000)) { site, _ in
            let program = try await Program("ada", roles: [], site)
            let conflict = try await program.post("/refuse", #"{"way":"model"}"#)
            #expect(conflict.status == 409)
            let missing = try await program.post("/refuse", #"{"way":"sql"}"#)
            #expect(missing.status == 404)
            let own = try await program.post("/refuse", #"{"way":"own"}"#)
            #expect(own.status == 422 && own.body.contains("2001"))
            let long = try await program.post(
                "/echo", #"{"text":"\#(String(repeating: "x", count: 3_000))"}"#)
            #expect(long.status == 413)
            let other = try await site.ask(
                "POST", "/echo", program.headers + ["Content-Type: text/xml"], body: "<a/>")
            #expect(other.status == 415)
            let nobody = try await site.ask("POST", "/echo", [Self.json], body: #"{"text":"x"}"#)
            #expect(nobody.status == 401)
            let method = try await site.ask("DELETE", "/echo", program.headers)
            #expect(method.status == 405)
            let cut = try await site.ask(
                "POST", "/echo", program.headers + ["Content-Type: multipart/form-data; boundary=x"],
                body: "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhalf")
            #expect(cut.status == 400 && cut.body.contains("cut off"))
        }
    }

    @Test func aFormThatIsSentUrlencodedIsOfItsSession() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let fields = "to=Bo&count=2&isFragile=on&items[0].what=Tea&items[0].weight=1.25"
            let type = "Content-Type: application/x-www-form-urlencoded"
            func send(_ body: String, _ headers: [String] = []) async throws -> TestAnswer {
                try await site.ask(
                    "POST", "/parcel", browser.headers.filter { !$0.hasPrefix("Accept") } + [type] + headers,
                    body: body)
            }
            let own = try await send("\(fields)&csrf=\(browser.csrf)")
            #expect(own.status == 200 && own.body.contains("2 × any, fragile"), "\(own.body)")
            #expect(try await send(fields, ["X-CSRF-Token: \(browser.csrf)"]).status == 200)
            #expect(try await send(fields).status == 403)
            #expect(try await send("\(fields)&csrf=\(browser.csrf.dropLast())x").status == 403)
            let program = try await Program("bob", roles: [], site)
            let token = try await site.ask("POST", "/parcel", program.headers + [type], body: fields)
            #expect(token.status == 200, "\(token.body)")
            let both = try await site.ask(
                "POST", "/parcel", program.headers + [type, browser.headers[0]], body: fields)
            #expect(both.status == 200, "a token is never sent by a page of another site")
        }
    }

    @Test func aFormThatWillNotDoIsShownAgainWithWhatWasTyped() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: [], site)
            let page = try await browser.form(
                "/parcel",
                [
                    "to": "<script>\"'", "count": "many", "size": "large", "items[0].what": "Tea",
                    "items[0].weight": "heavy", "items[6].what": "Salt", "_way": "now",
                ])
            #expect(page.status == 422)
            #expect(page.body.contains("&lt;script&gt;") && !page.body.contains("<script>\""))
            #expect(page.body.contains("is not a whole number: “many”"))
            #expect(page.body.contains(#"aria-describedby="f-items-0--weight-fault""#))
            #expect(page.body.contains(#"<option value="large" selected>"#))
            #expect(page.body.contains(#"name="items[6].what" type="text" inputmode="text" value="Salt""#))
            #expect(page.body.contains("is missing"), "the weight of row 7")
        }
    }

    @Test(arguments: ["9223372036854775807", "9223372036854775808", "1000000000", "-1"])
    func aRowThatNobodyCanCountToIsRefused(place: String) async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            let page = try await browser.form(
                "/parcel", ["to": "Bo", "count": "1", "items[\(place)].what": "Tea", "_way": "now"])
            #expect(page.status == 422)
            let order = try await browser.post("/orders", form: ["lines[\(place)].product": "A"])
            #expect(order.status == 422)
            let next = try await browser.get("/parcel")
            #expect(next.status == 200, "the server is still there")
        }
    }

    @Test func aBrowserCallsAndSeesTheValue() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: [], site)
            let fields = ["to": "Bo", "count": "1", "items[1].what": "Tea & salt", "items[1].weight": "0.5"]
            let page = try await browser.form("/parcel", fields.merging(["_way": "now"]) { $1 })
            #expect(page.status == 200)
            #expect(page.body.contains("&lt;b&gt;Bo&lt;/b&gt;") && !page.body.contains("<b>Bo</b>"))
            #expect(page.body.contains("Tea &amp; salt"), "a table of the items")
            #expect(page.body.contains("<time datetime="))
            let zone = try #require(page.body.range(of: "<dt>Zone</dt>"))
            let label = try #require(page.body.range(of: "<dt>Label</dt>"))
            #expect(zone.lowerBound < label.lowerBound, "in the order of the type")
            let later = try await browser.form("/parcel", fields.merging(["_way": "background"]) { $1 })
            #expect(later.status == 303 && later["location"]?.hasPrefix("/tickets/default.") == true)
            let audit = try await database.model().auditEntries().map { "\($0.action) \($0.target)" }
            #expect(
                audit.contains("function.call test.parcel") && audit.contains("function.offload test.parcel"))
        }
    }

    @Test func aFormOfAnotherSessionIsRefusedBeforeAnythingIsStored() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: [], site)
            for flags in [
                ["-F", "file=@/etc/hostname"], ["-F", "csrf=nonsense", "-F", "file=@/etc/hostname"],
                ["-F", "file=@/etc/hostname", "-F", "csrf=\(browser.csrf)"], ["-F", "text=x"],
            ] {
                let answer = try await site.ask("POST", "/import-now", browser.headers, flags: flags)
                #expect(answer.status == 403, "\(flags)")
            }
            let files = try await database.store.first("select count(*) from jobmachine.file", as: Int.self)
            #expect(files == 0)
        }
    }

    @Test func aFormWhoseFunctionTakesAKeyIsDoneOnce() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get("/functions/place-order")
            #expect(!form.body.contains(#"name="key""#), "a key is nobody's to type")
            let key = String(try #require(form.body.firstMatch(of: #/name="_key" value="([^"]+)"/#)).1)
            var fields = [
                "_key": key, "lines[0].product": "A", "lines[0].quantity": "1", "lines[0].unitPrice": "1",
            ]
            for status in [200, 200] {
                let placed = try await browser.form("/functions/place-order", fields)
                #expect(placed.status == status && placed.body.contains("D1"))
            }
            fields["lines[0].quantity"] = "2"
            let other = try await browser.form("/functions/place-order", fields)
            #expect(other.status == 409 && !other.body.contains(key))
            let orders = try await database.store.first("select count(*) from sales.order", as: Int.self)
            #expect(orders == 1)
        }
    }
}
