import DjetTestSupport

/// The queue's functions with the fence, changed to go without it: no check of worker and attempt, no error.
enum WithoutFence {
    static let changes = [
        FunctionChange(
            "jobmachine.reply(integer, bigint[], integer[], jsonb[])",
            [
                "and j.attempt = one.attempt\n": "\n",
                "and j.worker = reply.worker\n": "\n",
                // Whoever replies is told that it counts.
                "return query select unnest(accepted);": "return query select unnest(reply.ids);",
            ]),
        FunctionChange(
            "jobmachine.reply_or_raise(integer, bigint, integer, jsonb)",
            [
                "and j.attempt = reply_or_raise.attempt\n": "\n",
                "and j.worker = reply_or_raise.worker\n": "\n",
                "if not found then": "if false then",
            ]),
        FunctionChange(
            "jobmachine.assert_held(integer, bigint, integer)", ["if not found then": "if false then"]),
        FunctionChange(
            "jobmachine.keep_step(integer, bigint, integer, text, jsonb)",
            // The step of another attempt is there already.
            ["name, keep_step.value);": "name, keep_step.value) on conflict do nothing;"]),
    ]
}
