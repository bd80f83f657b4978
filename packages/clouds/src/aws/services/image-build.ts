// SPDX-License-Identifier: Apache-2.0
/** @module An image of one's own: a repository, and a build that puts images of a Git repository into it. */

import type { Finding } from "@dynamo-iac/constructs/facts";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Project } from "@pulumi/aws/codebuild";
import { LifecyclePolicy, Repository } from "@pulumi/aws/ecr";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
} from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../component/index.js";
import { type AwsComponentProps, kept, type Removal } from "../component-props.js";
import { trustPolicy } from "../identity/document.js";
import { createRole } from "../identity/role.js";
import type { Statement } from "../identity/statement.js";
import { checkRegion } from "../region.js";
import { checkTags, named } from "../tags.js";

/** Settings of a build. */
export interface ImageBuildProps extends AwsComponentProps {
  readonly region: string;
  /** Name of the image; the repository is called so too. */
  readonly image: string;
  /** Git repository that anybody can clone, with a Dockerfile. */
  readonly repository: string;
  /** Branch or tag. @default "main" */
  readonly branch?: string | undefined;
  /** Folder of the Dockerfile. @default "." */
  readonly directory?: string | undefined;
  /** Images that stay; older ones are deleted. @default 20 */
  readonly keepImages?: number | undefined;
  /** ARN of the KMS key of images and logs; its policy has to admit CloudWatch Logs. */
  readonly keyArn: Input<string>;
  /** What happens to the images when the component leaves the program. @default "retain" */
  readonly removal?: Removal | undefined;
}

/** Steps of the build; the tag is the commit, so that no image is ever replaced. */
const steps = {
  version: 0.2,
  phases: {
    pre_build: {
      commands: [
        'aws ecr get-login-password | docker login --username AWS --password-stdin "$REGISTRY"',
        'git clone --depth 1 --branch "$BRANCH" "$SOURCE" source',
        'TAG="$(git -C source rev-parse --short=12 HEAD)"',
      ],
    },
    build: { commands: ['docker build --tag "$IMAGE:$TAG" "source/$DIRECTORY"'] },
    post_build: { commands: ['docker push "$IMAGE:$TAG"'] },
  },
};

/**
 * An ECR repository with a CodeBuild project beside it. Deploying builds nothing: a build is started
 * by `aws codebuild start-build --project-name <projectName>`, by hand or in continuous integration.
 * An hour of a build costs about one dollar.
 */
export class ImageBuild extends ComponentResource {
  /** The image without a tag. */
  readonly imageUrl: Output<string>;
  readonly projectName: Output<string>;

  constructor(name: string, props: ImageBuildProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkImageBuild(name, props), props.waive);
    super("dynamo-iac:aws:ImageBuild", name, {}, opts);
    announce(this, findings);

    const { tags = {}, keyArn, removal = "retain", region } = props;
    const child = { parent: this };
    const repository = new Repository(
      name,
      {
        name: props.image,
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
        forceDelete: removal === "delete",
        tags: named(tags, name),
      },
      { ...child, ...kept(removal) },
    );
    new LifecyclePolicy(
      name,
      { repository: repository.name, policy: keepNewest(props.keepImages ?? 20) },
      child,
    );
    const logs = new LogGroup(
      name,
      { retentionInDays: 30, kmsKeyId: keyArn, tags: named(tags, name) },
      child,
    );
    const { role } = createRole(
      name,
      region,
      {
        description: `Builds ${props.image}`,
        trust: trustPolicy("codebuild.amazonaws.com"),
        statements: statements(repository.arn, logs.arn),
        managedPolicies: [],
        tags,
      },
      child,
    );
    const project = createProject(name, props, { repository, logs, role: role.arn }, child);
    this.imageUrl = repository.repositoryUrl;
    this.projectName = project.name;
    this.registerOutputs({ imageUrl: this.imageUrl, projectName: this.projectName });
  }
}

/** What AWS would refuse. */
export function checkImageBuild(name: string, props: ImageBuildProps): readonly Finding[] {
  const say = sayOf("ImageBuild", name);
  return [...checkRegion(props.region, say), ...checkTags(props.tags ?? {}, say)];
}

function createProject(
  name: string,
  props: ImageBuildProps,
  made: {
    readonly repository: Repository;
    readonly logs: LogGroup;
    readonly role: Output<string>;
  },
  child: { readonly parent: ComponentResource },
): Project {
  const { region, keyArn, tags = {} } = props;
  const account = getCallerIdentityOutput({}, child).accountId;
  const variables = {
    SOURCE: props.repository,
    BRANCH: props.branch ?? "main",
    DIRECTORY: props.directory ?? ".",
    IMAGE: made.repository.repositoryUrl,
    REGISTRY: interpolate`${account}.dkr.ecr.${region}.amazonaws.com`,
  };
  return new Project(
    name,
    {
      description: `Builds ${props.image} from ${props.repository}`,
      serviceRole: made.role,
      artifacts: { type: "NO_ARTIFACTS" },
      source: { type: "NO_SOURCE", buildspec: JSON.stringify(steps) },
      environment: {
        type: "LINUX_CONTAINER",
        computeType: "BUILD_GENERAL1_XLARGE",
        image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
        // Docker runs inside of the build's own machine.
        privilegedMode: true,
        environmentVariables: Object.entries(variables).map(([key, value]) => ({
          name: key,
          value,
        })),
      },
      buildTimeout: 240,
      encryptionKey: keyArn,
      logsConfig: { cloudwatchLogs: { groupName: made.logs.name } },
      tags: named(tags, name),
    },
    child,
  );
}

function statements(repositoryArn: Input<string>, logsArn: Input<string>): readonly Statement[] {
  return [
    { sid: "Login", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "Push",
      actions: [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      resources: [repositoryArn],
    },
    {
      sid: "Log",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [interpolate`${logsArn}:*`],
    },
  ];
}

function keepNewest(count: number): string {
  return JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `The newest ${count}`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: count },
        action: { type: "expire" },
      },
    ],
  });
}
