import DjetTestSupport
import Foundation
import Testing

/// The dashboard and the alerts in `packaging` are about figures that exist.
@Suite struct MonitoringTests {
    static let dashboard = "packaging/grafana/djet.json"
    static let rules = "packaging/prometheus/djet.rules.yml"

    /// `TelemetryTests` hold this list to what the program serves.
    private static var served: Set<String> {
        let text = House.file("Sources/DjetEngine/Metrics/MetricHelp.swift")?.text ?? ""
        return Set(text.matches(of: #/"(?<name>djet_\w+)":/#).map { String($0.output.name) })
    }

    @Test(arguments: [dashboard, rules]) func eachFigureExists(path: String) throws {
        let text = try #require(House.file(path)).text
        let named = Self.figures(in: text)
        #expect(named.count >= 8)
        for name in named.subtracting(Self.served).sorted() {
            Issue.record("\(path) names \(name), which no program serves")
        }
    }

    @Test func theDashboardIsJSONAndEachPanelHasAQuestion() throws {
        let text = try #require(House.file(Self.dashboard)).text
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let panels = try #require((object as? [String: Any])?["panels"] as? [[String: Any]])
        #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count)
        for panel in panels where panel["type"] as? String != "row" {
            let targets = panel["targets"] as? [[String: Any]] ?? []
            let questions = targets.compactMap { $0["expr"] as? String }
            #expect(!questions.isEmpty && questions.count == targets.count, "\(panel["title"] ?? "")")
        }
    }

    @Test func eachAlertSaysWhatAndWhatToDo() throws {
        let text = try #require(House.file(Self.rules)).text
        let alerts = text.components(separatedBy: "- alert: ").dropFirst()
        #expect(alerts.count >= 8)
        for alert in alerts {
            for part in ["expr: ", "severity: ", "summary: ", "description: "] {
                #expect(alert.contains(part), "\(alert.prefix { $0 != "\n" }) lacks \(part)")
            }
        }
    }

    @Test(.enabled(if: Promtool.isInstalled, "promtool is missing: apt-get install prometheus"))
    func prometheusReadsTheRules() async throws {
        let path = House.root.appending(path: Self.rules).path(percentEncoded: false)
        #expect(try await Promtool.faults(of: ["rules", path]) == "")
    }

    @Test func theFiguresOfAQuestionAreFound() {
        let text = #"rate(djet_a_seconds_bucket{x="y"}[5m]) / djet_b_total > djet_a_seconds_count"#
        #expect(Self.figures(in: text) == ["djet_a_seconds", "djet_b_total"])
    }

    /// Returns the figures that a text asks for, each histogram by its name.
    private static func figures(in text: String) -> Set<String> {
        Set(
            text.matches(of: #/\b(?<name>djet_\w+)/#).map { match in
                String(match.output.name).replacing(#/_(bucket|sum|count)$/#, with: "")
            })
    }
}
