//! The tables as diesel sees them: one schema for both databases, kept in step
//! with `migrations/` by hand (see `migrations/README.md`).

diesel::table! {
    accounts (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        language -> Text,
        time_zone -> Text,
        created_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        disabled_at -> Nullable<BigInt>,
        notice_frequency -> Text,
        reminders_muted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    account_roles (account_id, role) {
        account_id -> Text,
        role -> Text,
        granted_at -> BigInt,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        id -> Text,
        account_id -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        agent -> Text,
        owes_factor -> Bool,
        proved_at -> Nullable<BigInt>,
        provider_session -> Nullable<Text>,
    }
}

diesel::table! {
    known_browsers (browser_hash) {
        browser_hash -> Text,
        account_id -> Text,
        first_at -> BigInt,
        seen_at -> BigInt,
    }
}

diesel::table! {
    openid_attempts (state_hash) {
        state_hash -> Text,
        browser_hash -> Text,
        nonce -> Text,
        place -> Text,
        account_id -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    openid_links (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        account_id -> Text,
        linked_at -> BigInt,
    }
}

diesel::table! {
    second_factors (account_id) {
        account_id -> Text,
        sealed -> Text,
        last_step -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    second_step_losses (account_id) {
        account_id -> Text,
        reason -> Text,
        said_by -> Text,
        said_at -> BigInt,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    recovery_codes (code_hash) {
        code_hash -> Text,
        account_id -> Text,
        created_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    passkeys (id) {
        id -> Text,
        account_id -> Text,
        name -> Text,
        credential_hash -> Text,
        credential -> Text,
        counter -> BigInt,
        created_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    passkey_challenges (secret_hash) {
        secret_hash -> Text,
        account_id -> Text,
        purpose -> Text,
        state -> Text,
        expires_at -> BigInt,
    }
}

diesel::table! {
    throttles (bucket) {
        bucket -> Text,
        started_at -> BigInt,
        hits -> Integer,
    }
}

diesel::table! {
    one_time_links (token_hash) {
        token_hash -> Text,
        purpose -> Text,
        account_id -> Nullable<Text>,
        email -> Text,
        role -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
        provider_session -> Nullable<Text>,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        recipient -> Text,
        subject -> Text,
        body -> Text,
        created_at -> BigInt,
        due_at -> BigInt,
        attempts -> Integer,
        sent_at -> Nullable<BigInt>,
        failure -> Nullable<Text>,
        receipt_of -> Nullable<Text>,
        sealed -> Nullable<Text>,
        leaves_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    audit_events (seq) {
        seq -> BigInt,
        at -> BigInt,
        actor_id -> Nullable<Text>,
        action -> Text,
        object_kind -> Text,
        object_id -> Text,
        before_state -> Text,
        after_state -> Text,
        request_id -> Text,
        previous_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    terms (list, code) {
        list -> Text,
        code -> Text,
        position -> Integer,
        label -> Text,
    }
}

diesel::table! {
    programmes (id) {
        id -> Text,
        slug -> Text,
        name -> Text,
        purpose -> Text,
        who -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    rubrics (id) {
        id -> Text,
        programme_id -> Text,
        version -> Integer,
        created_at -> BigInt,
    }
}

diesel::table! {
    criteria (id) {
        id -> Text,
        rubric_id -> Text,
        position -> Integer,
        code -> Text,
        kind -> Text,
        gate -> Bool,
        weight -> Integer,
        name -> Text,
        guidance -> Text,
        anchors -> Text,
        evidence -> Text,
        justified -> Bool,
        measure -> Nullable<Text>,
    }
}

diesel::table! {
    forms (id) {
        id -> Text,
        programme_id -> Text,
        version -> Integer,
        body -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    rounds (id) {
        id -> Text,
        programme_id -> Text,
        rubric_id -> Text,
        form_id -> Text,
        slug -> Text,
        title -> Text,
        purpose -> Text,
        currency -> Text,
        budget_minor -> BigInt,
        least_minor -> BigInt,
        most_minor -> BigInt,
        opens_at -> BigInt,
        grace_minutes -> Integer,
        time_zone -> Text,
        turnaround_days -> Integer,
        sign_off -> Bool,
        state -> Text,
        created_at -> BigInt,
        emergency -> Bool,
        closes_at -> Nullable<BigInt>,
        reviews_due_at -> Nullable<BigInt>,
        review_days -> Nullable<Integer>,
    }
}

diesel::table! {
    organisations (id) {
        id -> Text,
        name_latin -> Text,
        name_arabic -> Text,
        name_hebrew -> Text,
        base -> Text,
        community -> Text,
        legal_form -> Text,
        website -> Text,
        created_at -> BigInt,
        created_by -> Text,
        code_name -> Text,
        grams_of -> Text,
    }
}

diesel::table! {
    organisation_grams (gram, organisation_id) {
        gram -> Text,
        organisation_id -> Text,
    }
}

diesel::table! {
    organisation_keys (id) {
        id -> Text,
        organisation_id -> Text,
        wrapped -> Nullable<Text>,
        made_at -> BigInt,
        gone_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    registrations (organisation_id, position) {
        organisation_id -> Text,
        position -> Integer,
        register -> Text,
        number -> Text,
    }
}

diesel::table! {
    memberships (account_id, organisation_id) {
        account_id -> Text,
        organisation_id -> Text,
        joined_at -> BigInt,
        role -> Text,
    }
}

diesel::table! {
    member_invitations (id) {
        id -> Text,
        organisation_id -> Text,
        email -> Text,
        role -> Text,
        token_hash -> Text,
        invited_by -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        accepted_by -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    certifications (id) {
        id -> Text,
        application_id -> Text,
        account_id -> Text,
        officer_name -> Text,
        officer_role -> Text,
        taken_down -> Bool,
        certified_at -> BigInt,
        digest -> Text,
    }
}

diesel::table! {
    sponsorships (id) {
        id -> Text,
        application_id -> Text,
        sponsor_name -> Text,
        email -> Text,
        token_hash -> Text,
        asked_by -> Text,
        asked_at -> BigInt,
        expires_at -> BigInt,
        organisation_id -> Nullable<Text>,
        state -> Text,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        ended_by -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    filings (application_id) {
        application_id -> Text,
        filed_by -> Text,
        channel -> Text,
        reached_on -> Text,
        note -> Text,
        filed_at -> BigInt,
    }
}

diesel::table! {
    review_phases (id) {
        id -> Text,
        round_id -> Text,
        name -> Text,
        scope -> Text,
        needed -> Integer,
        others -> Text,
        reviewer_names -> Bool,
        applicant_names -> Bool,
        discussion -> Bool,
        revision -> Bool,
        opens_at -> BigInt,
        closes_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    round_rates (id) {
        id -> Text,
        round_id -> Text,
        reference -> Text,
        currency -> Text,
        rate -> Nullable<Text>,
        day -> Text,
        source -> Text,
        added_at -> BigInt,
        added_by -> Text,
    }
}

diesel::table! {
    applications (id) {
        id -> Text,
        reference -> Text,
        round_id -> Text,
        organisation_id -> Text,
        status -> Text,
        title -> Text,
        requested_minor -> Nullable<BigInt>,
        created_at -> BigInt,
        created_by -> Text,
        submitted_at -> Nullable<BigInt>,
        late -> Bool,
        form_id -> Text,
        stage -> Text,
        asked_minor -> Nullable<BigInt>,
        asked_currency -> Nullable<Text>,
        rate -> Nullable<Text>,
        rate_day -> Nullable<Text>,
        rate_source -> Nullable<Text>,
        written_in -> Text,
        topic -> Text,
    }
}

diesel::table! {
    reviewer_profiles (account_id) {
        account_id -> Text,
        languages -> Text,
        places -> Text,
        expertise -> Text,
        cap -> Nullable<Integer>,
        saved_at -> BigInt,
    }
}

diesel::table! {
    assignment_plans (round_id, account_id) {
        round_id -> Text,
        account_id -> Text,
        made_at -> BigInt,
        applied_at -> Nullable<BigInt>,
        body -> Text,
    }
}

diesel::table! {
    application_sections (application_id, section) {
        application_id -> Text,
        section -> Text,
        answers -> Text,
        version -> Integer,
        saved_at -> BigInt,
        saved_by -> Text,
        confirmed -> Bool,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    organisation_sections (organisation_id, section) {
        organisation_id -> Text,
        section -> Text,
        answers -> Text,
        saved_at -> BigInt,
        saved_by -> Text,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    form_drafts (programme_id) {
        programme_id -> Text,
        body -> Text,
        version -> Integer,
        saved_at -> BigInt,
        saved_by -> Text,
    }
}

diesel::table! {
    rubric_drafts (programme_id) {
        programme_id -> Text,
        body -> Text,
        version -> Integer,
        saved_at -> BigInt,
        saved_by -> Text,
    }
}

diesel::table! {
    submissions (application_id, version) {
        application_id -> Text,
        version -> Integer,
        submitted_at -> BigInt,
        submitted_by -> Text,
        late -> Bool,
        answers -> Text,
        digest -> Text,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    screenings (id) {
        id -> Text,
        application_id -> Text,
        outcome -> Text,
        reason -> Nullable<Text>,
        note -> Text,
        screened_by -> Text,
        screened_at -> BigInt,
    }
}

diesel::table! {
    legal_documents (id) {
        id -> Text,
        organisation_id -> Text,
        kind -> Text,
        outcome -> Text,
        seen -> Text,
        application_id -> Nullable<Text>,
        file_id -> Nullable<Text>,
        issued_on -> Nullable<Text>,
        expires_on -> Nullable<Text>,
        note -> Text,
        recorded_by -> Text,
        recorded_at -> BigInt,
        superseded_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_needs (programme_id, legal_form) {
        programme_id -> Text,
        legal_form -> Text,
        needs -> Text,
    }
}

diesel::table! {
    us_pathways (id) {
        id -> Text,
        organisation_id -> Text,
        pathway -> Text,
        held -> Text,
        note -> Text,
        recorded_by -> Text,
        recorded_at -> BigInt,
    }
}

diesel::table! {
    diligence_tiers (programme_id, currency, position) {
        programme_id -> Text,
        currency -> Text,
        position -> Integer,
        upper_minor -> Nullable<BigInt>,
        asks -> Text,
    }
}

diesel::table! {
    diligence_steps (id) {
        id -> Text,
        application_id -> Text,
        step -> Text,
        outcome -> Text,
        note -> Text,
        taken_by -> Text,
        taken_at -> BigInt,
        second_by -> Nullable<Text>,
        second_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    concerns (id) {
        id -> Text,
        application_id -> Text,
        words -> Text,
        lifts -> Bool,
        raised_by -> Text,
        raised_at -> BigInt,
        raised_to -> Text,
        resolved_by -> Nullable<Text>,
        resolved_at -> Nullable<BigInt>,
        resolution -> Text,
        to_team -> Bool,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    referees (id) {
        id -> Text,
        application_id -> Text,
        name -> Text,
        email -> Text,
        language -> Text,
        token_hash -> Text,
        asked_by -> Text,
        asked_at -> BigInt,
        expires_at -> BigInt,
        state -> Text,
        advice -> Nullable<Text>,
        answer -> Text,
        answered_at -> Nullable<BigInt>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    holds (id) {
        id -> Text,
        organisation_id -> Text,
        reason -> Text,
        review_on -> Text,
        placed_by -> Text,
        placed_at -> BigInt,
        ended_by -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
        ended_reason -> Text,
    }
}

diesel::table! {
    hold_passes (hold_id, application_id) {
        hold_id -> Text,
        application_id -> Text,
        reason -> Text,
        passed_by -> Text,
        passed_at -> BigInt,
    }
}

diesel::table! {
    document_reminders (account_id) {
        account_id -> Text,
        sent_at -> BigInt,
    }
}

diesel::table! {
    assignments (application_id, reviewer_id) {
        application_id -> Text,
        reviewer_id -> Text,
        assigned_by -> Text,
        assigned_at -> BigInt,
        recused_at -> Nullable<BigInt>,
        imported_by -> Nullable<Text>,
    }
}

diesel::table! {
    declarations (application_id, account_id) {
        application_id -> Text,
        account_id -> Text,
        kind -> Text,
        note -> Text,
        declared_at -> BigInt,
        imported_by -> Nullable<Text>,
    }
}

diesel::table! {
    conflicts (application_id, account_id) {
        application_id -> Text,
        account_id -> Text,
        kind -> Text,
        found_at -> BigInt,
    }
}

diesel::table! {
    conflict_records (application_id, account_id, number) {
        application_id -> Text,
        account_id -> Text,
        number -> Integer,
        kind -> Text,
        found -> Text,
        reason -> Text,
        added_at -> BigInt,
        added_by -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
        ended_by -> Nullable<Text>,
        ended_reason -> Text,
    }
}

diesel::table! {
    affiliations (id) {
        id -> Text,
        account_id -> Text,
        organisation -> Text,
        domain -> Text,
        role -> Text,
        until_day -> Nullable<Text>,
        added_at -> BigInt,
        removed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    reviews (id) {
        id -> Text,
        application_id -> Text,
        reviewer_id -> Text,
        rubric_id -> Text,
        comment -> Text,
        version -> Integer,
        saved_at -> BigInt,
        submitted_at -> Nullable<BigInt>,
        submission_version -> Nullable<Integer>,
        confidence -> Nullable<Text>,
        recommendation -> Nullable<Text>,
        total -> Nullable<Integer>,
    }
}

diesel::table! {
    scores (review_id, criterion_id) {
        review_id -> Text,
        criterion_id -> Text,
        judgement -> Text,
        justification -> Text,
    }
}

diesel::table! {
    review_versions (review_id, version) {
        review_id -> Text,
        version -> Integer,
        submitted_at -> BigInt,
        body -> Text,
        reason -> Text,
        rubric_id -> Nullable<Text>,
        imported_by -> Nullable<Text>,
    }
}

diesel::table! {
    review_imports (round_id, account_id) {
        round_id -> Text,
        account_id -> Text,
        kept_at -> BigInt,
        body -> Text,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    reminder_schedules (round_id) {
        round_id -> Text,
        active -> Bool,
        days -> Text,
    }
}

diesel::table! {
    reminders (account_id, day) {
        account_id -> Text,
        day -> Text,
        sent_at -> BigInt,
        sent_by -> Nullable<Text>,
    }
}

diesel::table! {
    reminded_reviews (account_id, application_id, day) {
        account_id -> Text,
        application_id -> Text,
        day -> Text,
        sent_at -> BigInt,
    }
}

diesel::table! {
    abstentions (application_id, account_id) {
        application_id -> Text,
        account_id -> Text,
        reason -> Text,
        abstained_at -> BigInt,
        assigned_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    decisions (id) {
        id -> Text,
        application_id -> Text,
        number -> Integer,
        outcome -> Text,
        amount_minor -> Nullable<BigInt>,
        funding_type -> Nullable<Text>,
        rationale -> Text,
        feedback -> Text,
        waiver -> Nullable<Text>,
        proposed_by -> Text,
        proposed_at -> BigInt,
        signed_by -> Nullable<Text>,
        signed_at -> Nullable<BigInt>,
        released_by -> Nullable<Text>,
        released_at -> Nullable<BigInt>,
        dropped_by -> Nullable<Text>,
        dropped_at -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        corrects -> Nullable<Text>,
        over_budget -> Nullable<Text>,
        deviation -> Nullable<Text>,
    }
}

diesel::table! {
    letter_texts (programme_id, outcome, language, version) {
        programme_id -> Text,
        outcome -> Text,
        language -> Text,
        version -> Integer,
        subject -> Text,
        body -> Text,
        written_by -> Text,
        written_at -> BigInt,
    }
}

diesel::table! {
    letter_ways (programme_id) {
        programme_id -> Text,
        whole -> Bool,
    }
}

diesel::table! {
    decision_letters (decision_id, account_id) {
        decision_id -> Text,
        account_id -> Text,
        language -> Text,
        subject -> Text,
        body -> Text,
        sent_at -> BigInt,
    }
}

diesel::table! {
    release_queue (decision_id) {
        decision_id -> Text,
        queued_by -> Text,
        queued_at -> BigInt,
    }
}

diesel::table! {
    round_quorums (round_id) {
        round_id -> Text,
        least -> Integer,
    }
}

diesel::table! {
    decision_panel (decision_id, account_id) {
        decision_id -> Text,
        account_id -> Text,
    }
}

diesel::table! {
    appeals (id) {
        id -> Text,
        decision_id -> Text,
        words -> Text,
        raised_by -> Text,
        raised_at -> BigInt,
        upheld -> Nullable<Bool>,
        answer -> Nullable<Text>,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    decision_reopenings (decision_id) {
        decision_id -> Text,
        cause -> Text,
        reason -> Text,
        reopened_by -> Text,
        reopened_at -> BigInt,
    }
}

diesel::table! {
    reserve_places (application_id) {
        application_id -> Text,
        place -> Integer,
    }
}

diesel::table! {
    turnaround_settings (programme_id) {
        programme_id -> Text,
        offices -> Text,
        targets -> Text,
    }
}

diesel::table! {
    holidays (programme_id, place, on_day) {
        programme_id -> Text,
        place -> Text,
        on_day -> Text,
        name -> Text,
    }
}

diesel::table! {
    conditions (decision_id, position) {
        decision_id -> Text,
        position -> Integer,
        text -> Text,
        reason -> Text,
    }
}

diesel::table! {
    attachments (id) {
        id -> Text,
        application_id -> Text,
        question -> Text,
        name -> Text,
        kind -> Text,
        size -> BigInt,
        sha256 -> Text,
        scan -> Text,
        storage_key -> Text,
        uploaded_by -> Text,
        uploaded_at -> BigInt,
        removed_at -> Nullable<BigInt>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    uploads (id) {
        id -> Text,
        application_id -> Text,
        question -> Text,
        name -> Text,
        size -> BigInt,
        mark -> Text,
        started_by -> Text,
        started_at -> BigInt,
        file_id -> Nullable<Text>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    clarifications (id) {
        id -> Text,
        application_id -> Text,
        kind -> Text,
        question -> Text,
        asked_by -> Text,
        asked_at -> BigInt,
        due_at -> BigInt,
        answer -> Text,
        answer_version -> Integer,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        submission_version -> Nullable<Integer>,
        closed_by -> Nullable<Text>,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    clarification_sections (clarification_id, section) {
        clarification_id -> Text,
        section -> Text,
        changed -> Bool,
    }
}

diesel::table! {
    messages (id) {
        id -> Text,
        application_id -> Text,
        from_staff -> Bool,
        author_id -> Text,
        body -> Text,
        posted_at -> BigInt,
        press -> Text,
        settled_at -> Nullable<BigInt>,
        settled_by -> Nullable<Text>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    message_reads (account_id, application_id) {
        account_id -> Text,
        application_id -> Text,
        read_at -> BigInt,
    }
}

diesel::table! {
    notices (id) {
        id -> Text,
        account_id -> Text,
        application_id -> Text,
        kind -> Text,
        created_at -> BigInt,
        mailed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    discussion_calls (application_id, account_id) {
        application_id -> Text,
        account_id -> Text,
        called_at -> BigInt,
    }
}

diesel::table! {
    discussion_posts (id) {
        id -> Text,
        application_id -> Text,
        author_id -> Text,
        from_staff -> Bool,
        body -> Text,
        posted_at -> BigInt,
        press -> Text,
        withdrawn_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    discussion_mentions (post_id, account_id, as_staff) {
        post_id -> Text,
        account_id -> Text,
        as_staff -> Bool,
    }
}

diesel::table! {
    meetings (id) {
        id -> Text,
        round_id -> Text,
        title -> Text,
        planned_at -> BigInt,
        changes -> BigInt,
        made_by -> Text,
        made_at -> BigInt,
        opened_by -> Nullable<Text>,
        opened_at -> Nullable<BigInt>,
        closed_by -> Nullable<Text>,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    meeting_items (meeting_id, application_id) {
        meeting_id -> Text,
        application_id -> Text,
        position -> Integer,
        note -> Text,
        noted_by -> Nullable<Text>,
        noted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    meeting_turns (meeting_id, number) {
        meeting_id -> Text,
        number -> Integer,
        application_id -> Text,
        called_by -> Text,
        called_at -> BigInt,
    }
}

diesel::table! {
    meeting_absences (meeting_id, application_id, account_id) {
        meeting_id -> Text,
        application_id -> Text,
        account_id -> Text,
        asked_at -> BigInt,
    }
}

diesel::table! {
    list_versions (id) {
        id -> Text,
        list -> Text,
        source -> Text,
        dated -> Text,
        digest -> Text,
        entries -> BigInt,
        names -> BigInt,
        passed_over -> BigInt,
        loaded_at -> BigInt,
        loaded_by -> Text,
        in_force -> Bool,
    }
}

diesel::table! {
    list_chunks (version_id, position) {
        version_id -> Text,
        position -> Integer,
        records -> Text,
    }
}

diesel::table! {
    list_contents (sha256) {
        sha256 -> Text,
        size -> BigInt,
        storage_key -> Text,
        packed_size -> BigInt,
        packed_sha256 -> Text,
    }
}

diesel::table! {
    list_files (version_id, position) {
        version_id -> Text,
        position -> Integer,
        name -> Text,
        sha256 -> Text,
    }
}

diesel::table! {
    money_sources (programme_id, jurisdiction) {
        programme_id -> Text,
        jurisdiction -> Text,
    }
}

diesel::table! {
    list_rules (id) {
        id -> Text,
        programme_id -> Text,
        jurisdiction -> Text,
        list -> Text,
        counts -> Bool,
        threshold -> Integer,
        note -> Text,
        set_at -> BigInt,
        set_by -> Text,
    }
}

diesel::table! {
    list_runs (id) {
        id -> Text,
        organisation_id -> Text,
        purpose -> Text,
        ran_at -> BigInt,
        ran_by -> Nullable<Text>,
        names -> Integer,
        hits -> Integer,
        lists -> Text,
        name_print -> Text,
    }
}

diesel::table! {
    list_hits (id) {
        id -> Text,
        organisation_id -> Text,
        list -> Text,
        entry -> Text,
        name_print -> Text,
        entry_print -> Text,
        version_id -> Text,
        run_id -> Text,
        evidence -> Text,
        score -> Integer,
        is_current -> Bool,
        state -> Text,
        former_id -> Nullable<Text>,
    }
}

diesel::table! {
    list_answers (id) {
        id -> Text,
        hit_id -> Text,
        state -> Text,
        reason -> Text,
        answered_by -> Text,
        answered_at -> BigInt,
    }
}

diesel::table! {
    diligence_acknowledgements (decision_id) {
        decision_id -> Text,
        reason -> Text,
        missing -> Integer,
        acknowledged_by -> Text,
        acknowledged_at -> BigInt,
    }
}

diesel::table! {
    list_acknowledgements (decision_id) {
        decision_id -> Text,
        reason -> Text,
        unsettled -> Integer,
        acknowledged_by -> Text,
        acknowledged_at -> BigInt,
    }
}

diesel::table! {
    engagements (id, version) {
        id -> Text,
        version -> Integer,
        latest -> Bool,
        organisation_id -> Text,
        kind -> Text,
        day -> Text,
        place -> Text,
        theirs -> Text,
        ours -> Text,
        notes -> Text,
        author_id -> Text,
        written_at -> BigInt,
        reason -> Text,
        mistaken -> Bool,
        press -> Text,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    engagement_files (engagement_id, version, file_id) {
        engagement_id -> Text,
        version -> Integer,
        file_id -> Text,
    }
}

diesel::table! {
    engagement_uploads (id) {
        id -> Text,
        engagement_id -> Text,
        version -> Integer,
        name -> Text,
        kind -> Text,
        size -> BigInt,
        sha256 -> Text,
        scan -> Text,
        storage_key -> Text,
        uploaded_by -> Text,
        uploaded_at -> BigInt,
        removed_by -> Nullable<Text>,
        removed_at -> Nullable<BigInt>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    engagement_quotes (id) {
        id -> Text,
        engagement_id -> Text,
        version -> Integer,
        application_id -> Text,
        audience -> Text,
        criterion -> Text,
        words -> Text,
        quoted_by -> Text,
        quoted_at -> BigInt,
        press -> Text,
        ended_by -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    incidents (id, version) {
        id -> Text,
        version -> Integer,
        latest -> Bool,
        organisation_id -> Text,
        application_id -> Nullable<Text>,
        question -> Text,
        row_number -> Integer,
        stated_version -> Nullable<Integer>,
        kind -> Text,
        day -> Text,
        dated -> Text,
        month -> Text,
        country -> Text,
        locality -> Text,
        amount_minor -> Nullable<BigInt>,
        currency -> Nullable<Text>,
        sameness -> Text,
        source -> Text,
        reference -> Text,
        certainty -> Text,
        state -> Text,
        note -> Text,
        reason -> Text,
        author_id -> Text,
        written_at -> BigInt,
        press -> Nullable<Text>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    awards (id) {
        id -> Text,
        application_id -> Text,
        state -> Text,
        amount_minor -> BigInt,
        currency -> Text,
        tongue -> Text,
        starts_on -> Nullable<Text>,
        ends_on -> Nullable<Text>,
        opened_at -> BigInt,
        offered_at -> Nullable<BigInt>,
        offered_by -> Nullable<Text>,
        agreed_at -> Nullable<BigInt>,
        agreed_by -> Nullable<Text>,
        agreed_name -> Text,
        agreed_print -> Text,
        signed_file_id -> Nullable<Text>,
        freed_minor -> BigInt,
        ended_at -> Nullable<BigInt>,
        ended_by -> Nullable<Text>,
        ended_reason -> Text,
    }
}

diesel::table! {
    award_tranches (award_id, position) {
        award_id -> Text,
        position -> Integer,
        amount_minor -> BigInt,
        due_on -> Text,
        after_report -> Nullable<Integer>,
    }
}

diesel::table! {
    bank_accounts (id) {
        id -> Text,
        award_id -> Text,
        holder -> Text,
        bank -> Text,
        iban -> Text,
        bic -> Text,
        given_by -> Text,
        given_at -> BigInt,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    disbursements (id) {
        id -> Text,
        award_id -> Text,
        position -> Integer,
        amount_minor -> BigInt,
        paid_minor -> BigInt,
        paid_currency -> Text,
        rate -> Nullable<Text>,
        rate_day -> Nullable<Text>,
        rate_source -> Nullable<Text>,
        prepared_by -> Text,
        prepared_at -> BigInt,
        programme_by -> Nullable<Text>,
        programme_at -> Nullable<BigInt>,
        finance_by -> Nullable<Text>,
        finance_at -> Nullable<BigInt>,
        bank_id -> Nullable<Text>,
        programme_reason -> Text,
        finance_reason -> Text,
        exported_at -> Nullable<BigInt>,
        paid_on -> Nullable<Text>,
        paid_by -> Nullable<Text>,
        dropped_at -> Nullable<BigInt>,
        dropped_by -> Nullable<Text>,
        dropped_reason -> Text,
    }
}

diesel::table! {
    payment_files (id) {
        id -> Text,
        format -> Text,
        made_by -> Text,
        made_at -> BigInt,
        sha256 -> Text,
    }
}

diesel::table! {
    payment_file_lines (file_id, disbursement_id) {
        file_id -> Text,
        disbursement_id -> Text,
    }
}

diesel::table! {
    award_reports (award_id, position) {
        award_id -> Text,
        position -> Integer,
        kind -> Text,
        due_on -> Text,
        state -> Text,
        words -> Text,
        spent_minor -> Nullable<BigInt>,
        saved_at -> Nullable<BigInt>,
        sent_at -> Nullable<BigInt>,
        sent_by -> Nullable<Text>,
        judged_at -> Nullable<BigInt>,
        judged_by -> Nullable<Text>,
        note -> Text,
        reminded_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    award_report_versions (award_id, position, number) {
        award_id -> Text,
        position -> Integer,
        number -> Integer,
        words -> Text,
        spent_minor -> Nullable<BigInt>,
        sent_by -> Nullable<Text>,
        sent_at -> BigInt,
        note -> Text,
        judged_by -> Nullable<Text>,
        judged_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    award_reasons (id) {
        id -> Text,
        award_id -> Text,
        words -> Text,
        given_by -> Text,
        given_at -> BigInt,
    }
}

diesel::table! {
    award_amendments (award_id, number) {
        award_id -> Text,
        number -> Integer,
        kind -> Text,
        words -> Text,
        ends_before -> Nullable<Text>,
        ends_after -> Nullable<Text>,
        made_by -> Text,
        made_at -> BigInt,
        agreed_by -> Nullable<Text>,
        agreed_at -> Nullable<BigInt>,
        dropped_by -> Nullable<Text>,
        dropped_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    balance_targets (round_id, side, code, edge, measure) {
        round_id -> Text,
        side -> Text,
        code -> Text,
        edge -> Text,
        measure -> Text,
        percent_whole -> Integer,
        set_by -> Text,
        set_at -> BigInt,
    }
}

diesel::table! {
    lot_rounds (round_id) {
        round_id -> Text,
        allowed_by -> Text,
        allowed_at -> BigInt,
    }
}

diesel::table! {
    lots (commitment) {
        commitment -> Text,
        round_id -> Text,
        seed -> Text,
        committed_by -> Text,
        committed_at -> BigInt,
        drawn_by -> Nullable<Text>,
        drawn_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    lot_tickets (commitment, application_id) {
        commitment -> Text,
        application_id -> Text,
    }
}

diesel::table! {
    purges (id) {
        id -> Text,
        subject -> Text,
        subject_id -> Text,
        cause -> Text,
        proposed_by -> Text,
        proposed_at -> BigInt,
        expires_at -> BigInt,
        confirmed_by -> Nullable<Text>,
        confirmed_at -> Nullable<BigInt>,
        dropped_by -> Nullable<Text>,
        dropped_at -> Nullable<BigInt>,
        erased_at -> Nullable<BigInt>,
        finished_at -> Nullable<BigInt>,
        applications -> BigInt,
        organisations -> BigInt,
        people -> BigInt,
        files -> BigInt,
        backups_replaced_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    erasures (subject_id, kind) {
        subject_id -> Text,
        kind -> Text,
        subject -> Text,
        running -> Bool,
        erased_at -> BigInt,
    }
}

diesel::table! {
    sealed_marks (release) {
        release -> Text,
        looked_at -> BigInt,
    }
}

diesel::table! {
    doomed_files (name) {
        name -> Text,
        unfinished -> Bool,
    }
}

diesel::table! {
    erasure_requests (id) {
        id -> Text,
        subject -> Text,
        subject_id -> Text,
        asked_by -> Text,
        asked_at -> BigInt,
        granted -> Nullable<Bool>,
        reason -> Text,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        withdrawn_at -> Nullable<BigInt>,
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    retention_periods (kind) {
        kind -> Text,
        days -> Integer,
        set_by -> Text,
        set_at -> BigInt,
    }
}

diesel::table! {
    retention_waiting (kind, subject_id) {
        kind -> Text,
        subject_id -> Text,
        owner_id -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    retention_looks (kind) {
        kind -> Text,
        looked_at -> BigInt,
    }
}

diesel::table! {
    retention_keeps (application_id) {
        application_id -> Text,
        reason -> Text,
        until_on -> Text,
        kept_by -> Text,
        kept_at -> BigInt,
    }
}

diesel::joinable!(incidents -> accounts (author_id));
diesel::joinable!(engagements -> accounts (author_id));
diesel::joinable!(engagement_files -> attachments (file_id));
diesel::joinable!(engagement_quotes -> accounts (quoted_by));
diesel::joinable!(engagement_uploads -> accounts (uploaded_by));
diesel::joinable!(account_roles -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(one_time_links -> accounts (account_id));
diesel::joinable!(rubrics -> programmes (programme_id));
diesel::joinable!(criteria -> rubrics (rubric_id));
diesel::joinable!(forms -> programmes (programme_id));
diesel::joinable!(rounds -> programmes (programme_id));
diesel::joinable!(rounds -> rubrics (rubric_id));
diesel::joinable!(rounds -> forms (form_id));
diesel::joinable!(organisations -> accounts (created_by));
diesel::joinable!(organisation_keys -> organisations (organisation_id));
diesel::joinable!(registrations -> organisations (organisation_id));
diesel::joinable!(memberships -> accounts (account_id));
diesel::joinable!(memberships -> organisations (organisation_id));
diesel::joinable!(applications -> rounds (round_id));
diesel::joinable!(applications -> organisations (organisation_id));
diesel::joinable!(applications -> accounts (created_by));
diesel::joinable!(application_sections -> applications (application_id));
diesel::joinable!(application_sections -> accounts (saved_by));
diesel::joinable!(submissions -> applications (application_id));
diesel::joinable!(submissions -> accounts (submitted_by));
diesel::joinable!(screenings -> applications (application_id));
diesel::joinable!(screenings -> accounts (screened_by));
diesel::joinable!(legal_documents -> accounts (recorded_by));
diesel::joinable!(legal_documents -> organisations (organisation_id));
diesel::joinable!(us_pathways -> accounts (recorded_by));
diesel::joinable!(referees -> accounts (asked_by));
diesel::joinable!(holds -> accounts (placed_by));
diesel::joinable!(holds -> organisations (organisation_id));
diesel::joinable!(hold_passes -> accounts (passed_by));
diesel::joinable!(assignments -> applications (application_id));
diesel::joinable!(declarations -> applications (application_id));
diesel::joinable!(declarations -> accounts (account_id));
diesel::joinable!(conflicts -> applications (application_id));
diesel::joinable!(conflicts -> accounts (account_id));
diesel::joinable!(reviews -> applications (application_id));
diesel::joinable!(reviews -> accounts (reviewer_id));
diesel::joinable!(round_rates -> accounts (added_by));
diesel::joinable!(review_phases -> rounds (round_id));
diesel::joinable!(reviews -> rubrics (rubric_id));
diesel::joinable!(scores -> reviews (review_id));
diesel::joinable!(scores -> criteria (criterion_id));
diesel::joinable!(review_versions -> reviews (review_id));
diesel::joinable!(abstentions -> applications (application_id));
diesel::joinable!(abstentions -> accounts (account_id));
diesel::joinable!(decisions -> applications (application_id));
diesel::joinable!(lot_tickets -> applications (application_id));
diesel::joinable!(conditions -> decisions (decision_id));
diesel::joinable!(decision_letters -> decisions (decision_id));
diesel::joinable!(decision_letters -> accounts (account_id));
diesel::joinable!(release_queue -> decisions (decision_id));
diesel::joinable!(decision_panel -> accounts (account_id));
diesel::joinable!(appeals -> decisions (decision_id));
diesel::joinable!(decision_reopenings -> decisions (decision_id));
diesel::joinable!(reserve_places -> applications (application_id));
diesel::joinable!(clarifications -> applications (application_id));
diesel::joinable!(clarification_sections -> clarifications (clarification_id));
diesel::joinable!(messages -> applications (application_id));
diesel::joinable!(message_reads -> accounts (account_id));
diesel::joinable!(message_reads -> applications (application_id));
diesel::joinable!(discussion_calls -> applications (application_id));
diesel::joinable!(discussion_calls -> accounts (account_id));
diesel::joinable!(discussion_posts -> applications (application_id));
diesel::joinable!(discussion_posts -> accounts (author_id));
diesel::joinable!(discussion_mentions -> discussion_posts (post_id));
diesel::joinable!(discussion_mentions -> accounts (account_id));
diesel::joinable!(notices -> accounts (account_id));
diesel::joinable!(notices -> applications (application_id));
diesel::joinable!(meeting_absences -> accounts (account_id));

diesel::joinable!(certifications -> accounts (account_id));
diesel::joinable!(filings -> accounts (filed_by));
diesel::joinable!(filings -> applications (application_id));
diesel::joinable!(sponsorships -> applications (application_id));
diesel::joinable!(list_versions -> accounts (loaded_by));
diesel::joinable!(list_files -> list_contents (sha256));
diesel::joinable!(list_rules -> accounts (set_by));
diesel::joinable!(list_answers -> accounts (answered_by));
diesel::joinable!(list_acknowledgements -> accounts (acknowledged_by));
diesel::joinable!(diligence_acknowledgements -> accounts (acknowledged_by));
diesel::joinable!(list_hits -> organisations (organisation_id));
diesel::joinable!(awards -> applications (application_id));
diesel::joinable!(award_tranches -> awards (award_id));
diesel::joinable!(bank_accounts -> awards (award_id));
diesel::joinable!(disbursements -> awards (award_id));
diesel::joinable!(award_reports -> awards (award_id));
diesel::joinable!(award_report_versions -> awards (award_id));
diesel::joinable!(award_reasons -> awards (award_id));
diesel::joinable!(award_reasons -> accounts (given_by));
diesel::joinable!(award_amendments -> awards (award_id));
diesel::joinable!(award_amendments -> accounts (made_by));
diesel::joinable!(bank_accounts -> accounts (given_by));

diesel::joinable!(publications -> applications (application_id));
diesel::joinable!(publications -> accounts (set_by));
diesel::joinable!(access_tokens -> accounts (made_by));

diesel::table! {
    publications (application_id) {
        application_id -> Text,
        state -> Text,
        set_by -> Text,
        set_at -> BigInt,
    }
}

diesel::table! {
    access_tokens (id) {
        id -> Text,
        token_hash -> Text,
        name -> Text,
        scopes -> Text,
        made_by -> Text,
        made_at -> BigInt,
        expires_at -> BigInt,
        ended_by -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    ledger_files (id) {
        id -> Text,
        name -> Text,
        digest -> Text,
        entries -> BigInt,
        loaded_by -> Nullable<Text>,
        begun_at -> BigInt,
        live_at -> Nullable<BigInt>,
        withdrawn_by -> Nullable<Text>,
        withdrawn_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    ledger_entries (number) {
        number -> BigInt,
        kind -> Text,
        grant_id -> Text,
        funder -> Text,
        funder_ids -> Text,
        recipient -> Text,
        recipient_ids -> Text,
        title -> Text,
        description -> Text,
        currency -> Nullable<Text>,
        amount_minor -> Nullable<BigInt>,
        awarded_on -> Nullable<Text>,
        starts_on -> Nullable<Text>,
        ends_on -> Nullable<Text>,
        digest -> Text,
        file_id -> Nullable<Text>,
        replaced_in -> Nullable<Text>,
        organisation_id -> Nullable<Text>,
        application_id -> Nullable<Text>,
        standing -> Text,
        source -> Text,
        recorded_by -> Nullable<Text>,
        recorded_at -> BigInt,
        withdrawn_by -> Nullable<Text>,
        withdrawn_at -> Nullable<BigInt>,
        withdrawn_why -> Nullable<Text>,
    }
}

diesel::table! {
    ledger_keys (key, number) {
        key -> BigInt,
        number -> BigInt,
    }
}

diesel::table! {
    ledger_key_counts (key) {
        key -> BigInt,
        published -> BigInt,
        others -> BigInt,
    }
}

diesel::table! {
    application_overlaps (application_id, entry) {
        application_id -> Text,
        entry -> BigInt,
        found_at -> BigInt,
        score -> Integer,
        state -> Text,
        reason -> Text,
        said_by -> Nullable<Text>,
        said_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    overlap_searches (application_id) {
        application_id -> Text,
        searched_at -> BigInt,
        published -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    publications,
    access_tokens,
    awards,
    award_tranches,
    bank_accounts,
    disbursements,
    payment_files,
    payment_file_lines,
    award_reports,
    award_report_versions,
    award_reasons,
    award_amendments,
    ledger_files,
    ledger_entries,
    ledger_keys,
    ledger_key_counts,
    application_overlaps,
    overlap_searches,
    review_imports,
    reminder_schedules,
    reminders,
    reminded_reviews,
    member_invitations,
    certifications,
    sponsorships,
    filings,
    reviewer_profiles,
    assignment_plans,
    accounts,
    account_roles,
    sessions,
    throttles,
    one_time_links,
    outbox,
    audit_events,
    terms,
    programmes,
    rubrics,
    criteria,
    forms,
    rounds,
    review_phases,
    round_rates,
    organisations,
    organisation_grams,
    organisation_keys,
    registrations,
    memberships,
    applications,
    application_sections,
    organisation_sections,
    form_drafts,
    rubric_drafts,
    submissions,
    screenings,
    legal_documents,
    document_needs,
    us_pathways,
    document_reminders,
    diligence_tiers,
    diligence_steps,
    concerns,
    referees,
    holds,
    hold_passes,
    assignments,
    declarations,
    balance_targets,
    lot_rounds,
    lots,
    lot_tickets,
    conflicts,
    conflict_records,
    affiliations,
    reviews,
    scores,
    review_versions,
    abstentions,
    decisions,
    conditions,
    attachments,
    uploads,
    clarifications,
    clarification_sections,
    messages,
    message_reads,
    discussion_calls,
    discussion_posts,
    discussion_mentions,
    notices,
    meetings,
    meeting_items,
    meeting_turns,
    meeting_absences,
    list_versions,
    list_chunks,
    list_contents,
    list_files,
    list_rules,
    money_sources,
    list_runs,
    list_hits,
    list_answers,
    list_acknowledgements,
    diligence_acknowledgements,
    engagements,
    engagement_files,
    engagement_uploads,
    engagement_quotes,
    incidents,
    letter_texts,
    letter_ways,
    decision_letters,
    release_queue,
    round_quorums,
    decision_panel,
    appeals,
    decision_reopenings,
    reserve_places,
    turnaround_settings,
    holidays,
);
diesel::allow_tables_to_appear_in_same_query!(erasures, erasure_requests);
diesel::allow_tables_to_appear_in_same_query!(erasures, reviews);
diesel::allow_tables_to_appear_in_same_query!(erasures, review_versions);
