/* control: the commands that talk to a running `molt dev`. */
#include "cli.h"

#include <stdlib.h>

static int ask(int pid, bool json, int count, char **words) {
    Text out = {0}, error = {0};
    int status = control_request(pid, json, count, words, &out, &error);
    if (out.count) fwrite(out.at, 1, out.count, stdout);
    if (error.count) fwrite(error.at, 1, error.count, stderr);
    text_free(&out);
    text_free(&error);
    return status;
}

int cli_check_against(const CommandLine *line) {
    char *end;
    long pid = strtol(line->against, &end, 10);
    if (*end || pid <= 0 || pid > INT32_MAX) {
        fprintf(stderr, "molt: --against takes the number of a process, not '%s'\n", line->against);
        return EXIT_USAGE;
    }
    return ask((int)pid, line->json, 1, (char *[]){(char *)"check"});
}

int cli_control(const char *command, int count, char **words) {
    bool json = false;
    int pid = 0;
    char *sent[3] = {(char *)command};
    int sent_count = 1;
    bool takes_version = strcmp(command, "diff") == 0 || strcmp(command, "rollback") == 0;
    for (int i = 0; i < count; i++) {
        const char *value = NULL;
        if (strcmp(words[i], "--json") == 0) {
            json = true;
            continue;
        }
        if (strcmp(words[i], "--pid") == 0 && i + 1 < count) value = words[++i];
        else if (strncmp(words[i], "--pid=", 6) == 0) value = words[i] + 6;
        char *end;
        if (value) {
            long number = strtol(value, &end, 10);
            if (*end || number <= 0 || number > INT32_MAX) {
                fprintf(stderr, "molt: --pid takes the number of a process, not '%s'\n", value);
                return EXIT_USAGE;
            }
            pid = (int)number;
            continue;
        }
        long version = strtol(words[i], &end, 10);
        if (!takes_version || sent_count > 1 || *end || version <= 0) {
            fprintf(stderr, "molt: %s: unexpected '%s'; see `molt help %s`\n", command, words[i], command);
            return EXIT_USAGE;
        }
        sent[sent_count++] = words[i];
    }
    return ask(pid, json, sent_count, sent);
}
