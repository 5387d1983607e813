package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.report.ContainmentAction;
import java.util.List;

/**
 * Contains accounts in their directories. Each method plans one action, with the names, the order and the defaults of
 * the contract, and changes nothing.
 *
 * <p>Text is read as in a playbook, so it is checked by the same rules and refused in the same words: {@link
 * CordonException.WrongInput} names each parameter that is wrong. What no platform can carry out is {@link
 * CordonException.Refused}. Safe for any number of threads.
 */
public final class IdentityContainment {

    private final ActionPlanner planner;

    public IdentityContainment(Cordon cordon) {
        this(cordon.planner());
    }

    /** @param planner says on which platform, for how long, or that a person does it */
    public IdentityContainment(ActionPlanner planner) {
        this.planner = planner;
    }

    /**
     * {@link #disableAccount(String, String, String, boolean, boolean) With the defaults}: active_directory; data
     * held; manager told.
     */
    public ContainmentAction disableAccount(String username, String reason) {
        return planner.plan(
                Given.of(ActionKind.DISABLE_ACCOUNT).with("username", username).with("reason", reason));
    }

    /**
     * Disables an account in its directory.
     *
     * @param username the account, as its directory writes it
     * @param reason why, for the report
     * @param directory {@code active_directory}, {@code azure_ad}, {@code okta} or {@code google}
     * @param preserveData keep the platform's hold on the account's data
     * @param notifyManager tell the account's manager, where the directory names one
     */
    public ContainmentAction disableAccount(
            String username, String reason, String directory, boolean preserveData, boolean notifyManager) {
        return planner.plan(Given.of(ActionKind.DISABLE_ACCOUNT)
                .with("username", username)
                .with("reason", reason)
                .with("directory", directory)
                .with("preserve_data", preserveData)
                .with("notify_manager", notifyManager));
    }

    /**
     * {@link #terminateSessions(String, List, boolean, boolean) With the defaults}: all of them; at once; tokens too.
     */
    public ContainmentAction terminateSessions(String username) {
        return planner.plan(Given.of(ActionKind.TERMINATE_SESSIONS).with("username", username));
    }

    /**
     * Ends the sessions of a user wherever they are found. Cannot be undone.
     *
     * @param username the account, as its directory writes it
     * @param sessionTypes of {@code all}, {@code vpn}, {@code rdp}, {@code web}, {@code cloud}
     * @param force end them at once; else the user is warned a minute before
     * @param invalidateTokens take back OAuth tokens too
     */
    public ContainmentAction terminateSessions(
            String username, List<String> sessionTypes, boolean force, boolean invalidateTokens) {
        return planner.plan(Given.of(ActionKind.TERMINATE_SESSIONS)
                .with("username", username)
                .with("session_types", sessionTypes)
                .with("force", force)
                .with("invalidate_tokens", invalidateTokens));
    }

    /**
     * {@link #forcePasswordReset(String, boolean, boolean, boolean, boolean) With the defaults}: second factor anew;
     * to be changed at the next login; user told; a temporary one set.
     */
    public ContainmentAction forcePasswordReset(String username) {
        return planner.plan(Given.of(ActionKind.FORCE_PASSWORD_RESET).with("username", username));
    }

    /**
     * Sets an account a new password, or makes it choose one. Cannot be undone, but for an expiry alone.
     *
     * @param username the account, as its directory writes it
     * @param requireMfaReenroll the second factor has to be enrolled anew
     * @param expireImmediately the password has to be changed at the next login
     * @param notifyUser tell the user
     * @param generateTempPassword set a temporary password; it is never shown here
     */
    public ContainmentAction forcePasswordReset(
            String username,
            boolean requireMfaReenroll,
            boolean expireImmediately,
            boolean notifyUser,
            boolean generateTempPassword) {
        return planner.plan(Given.of(ActionKind.FORCE_PASSWORD_RESET)
                .with("username", username)
                .with("require_mfa_reenroll", requireMfaReenroll)
                .with("expire_immediately", expireImmediately)
                .with("notify_user", notifyUser)
                .with("generate_temp_password", generateTempPassword));
    }

    /**
     * {@link #rotateServiceAccount(String, String, boolean, List) With the defaults}: password; dependants switched;
     * only those that are found.
     */
    public ContainmentAction rotateServiceAccount(String accountName) {
        return planner.plan(Given.of(ActionKind.ROTATE_SERVICE_ACCOUNT).with("account_name", accountName));
    }

    /**
     * Gives a service account and its dependants a new credential.
     *
     * @param accountName the service account, as its directory writes it
     * @param credentialType {@code password}, {@code api_key} or {@code certificate}
     * @param updateDependentServices switch what uses it
     * @param services what uses it, beside what is found
     */
    public ContainmentAction rotateServiceAccount(
            String accountName, String credentialType, boolean updateDependentServices, List<String> services) {
        return planner.plan(Given.of(ActionKind.ROTATE_SERVICE_ACCOUNT)
                .with("account_name", accountName)
                .with("credential_type", credentialType)
                .with("update_dependent_services", updateDependentServices)
                .with("services", services));
    }
}
